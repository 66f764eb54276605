-- The ledger, version 1. Claims are only ever added: a run that codes a report again supersedes, it does not overwrite.

create table runs (
    run      integer primary key,
    deed     text not null,                 -- add, recode, merge, redact
    started  text not null,
    ended    text,                          -- null: interrupted, or under way
    version  text not null,                 -- what coded: program, model and lexicons, as one hash
    makings  text not null,                 -- the same spelt out, JSON
    asked    text not null default '[]',    -- the sources as they were named, JSON
    read     integer not null default 0,
    coded    integer not null default 0,
    known    integer not null default 0,    -- read, and here already
    skipped  integer not null default 0
) strict;

create table skips (
    skip    integer primary key,
    run     integer not null references runs,
    source  text,
    reason  text not null,
    message text not null
) strict;

create table reports (
    report     integer primary key,
    key        text not null unique,        -- of sha256, outlet, url and day of publication
    id         text not null unique,
    url        text,
    outlet     text,
    title      text,
    byline     text,
    published  text,
    modified   text,
    language   text,
    text       text not null,
    sha256     text not null,
    run        integer not null references runs,
    copy_of    integer references reports,  -- the earliest report with this very text
    version_of integer references reports,  -- the earliest report of this url with another text
    newer      integer references reports,  -- the version of this url that followed
    redacted   text                         -- why its words were taken out
) strict;
create index reports_by_text on reports (sha256);
create index reports_by_url on reports (url) where url is not null;
create index reports_by_day on reports (published);
create virtual table words using fts5 (title, text, content='reports', content_rowid='report', tokenize='porter unicode61');

create table codings (
    coding     integer primary key,
    report     integer not null references reports,
    run        integer not null references runs,
    version    text not null,
    record     text not null,               -- the record as JSON, its text left to `reports`
    superseded integer references runs,     -- the run that coded the report anew
    unique (report, version)
) strict;
create index codings_alive on codings (report) where superseded is null;

create table events (
    event   integer primary key,
    coding  integer not null references codings,
    id      text not null,
    type    text not null,
    mode    text,
    cameo   text,
    status  text not null,
    start   text,
    "end"   text,
    place   text,
    country text,
    row     text not null
) strict;
create index events_of_coding on events (coding);
create index events_by_day on events (start);
create index events_by_type on events (type, start);

create table parties (
    event   integer not null references events,
    side    text not null,                  -- actor, recipient
    name    text not null collate nocase,
    country text,
    code    text
) strict;
create index parties_of_event on parties (event);
create index parties_by_name on parties (name, event);
create index parties_by_country on parties (country, event);
create index parties_by_code on parties (code, event);

create table statements (
    statement integer primary key,
    coding    integer not null references codings,
    id        text not null,
    form      text not null,
    stance    text not null,
    anonymous integer not null,
    row       text not null
) strict;
create index statements_of_coding on statements (coding);

create table speakers (
    statement integer not null references statements,
    name      text not null collate nocase,
    country   text,
    code      text
) strict;
create index speakers_of_statement on speakers (statement);
create index speakers_by_name on speakers (name, statement);
create index speakers_by_country on speakers (country, statement);

create table actors (
    actor    integer primary key,
    coding   integer not null references codings,
    id       text not null,
    name     text not null collate nocase,
    kind     text not null,
    country  text,
    sector   text,
    code     text,
    wikidata text,
    mentions integer not null,
    roles    text not null
) strict;
create index actors_of_coding on actors (coding);
create index actors_by_name on actors (name);

create table figures (
    figure integer primary key,
    coding integer not null references codings,
    id     text not null,
    low    real,
    high   real,
    unit   text,
    counts text,
    start  text,
    row    text not null
) strict;
create index figures_of_coding on figures (coding);

create table judgements (
    judgement integer primary key,
    report    text not null,                -- the report's key: it outlives the coding
    thing     text not null,                -- e3, s1, …
    version   text not null,                -- of the coding that was judged
    verdict   text not null,                -- right, wrong, unsure
    field     text,
    value     text,
    note      text,
    who       text not null,
    at        text not null,
    unique (report, thing, version, verdict, field, value, who, at)
) strict;
