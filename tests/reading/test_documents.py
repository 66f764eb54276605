"""E-mail, PDF and Word: their words, and documents that are broken, locked or bombs."""

import builtins
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from onrecord.config import Settings
from onrecord.errors import EmptyInput, InputError, MalformedInput, MissingReader, OversizedInput
from onrecord.reading import read
from onrecord.record import Report

docx = pytest.importorskip("docx")
pypdf = pytest.importorskip("pypdf")

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."


def item(folder: Path, name: str, data: bytes, **given: Any) -> Report | InputError:
    (folder / name).write_bytes(data)
    (folder / "z.txt").write_text(PROSE)
    found, last = read([folder / name, folder / "z.txt"], **given)
    assert isinstance(last, Report)
    return found


NESTED = b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: message/rfc822\n\n" * 2_000


def pdf(text: str = PROSE) -> bytes:
    lines = " ".join(f"({line}) Tj T*" for line in text.split("\n"))
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {lines} ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj%b endobj\n" % (number, part)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return body + table + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF" % len(body)


def locked() -> bytes:
    writer, written = pypdf.PdfWriter(io.BytesIO(pdf())), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(written)
    return written.getvalue()


def word(*paragraphs: str) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "North", "12"
    document.save(written)
    return written.getvalue()


def bomb() -> bytes:
    written = io.BytesIO(word(PROSE))
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/media/x", b" " * 70_000_000)
    return written.getvalue()


def mail(text: str | None = PROSE, html: str | None = None) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Café line to reopen", "Ana Prelog <ana@harbour.example>"
    message["Date"] = "Sun, 27 Feb 2022 18:04:00 +0200"
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    message.add_attachment(b"attached words", maintype="text", subtype="plain", filename="a.txt")
    return bytes(message)


def test_mail_gives_its_text_subject_sender_and_day(tmp_path: Path) -> None:
    report = item(tmp_path, "a.eml", mail(PROSE, "<p>other</p>"))
    assert isinstance(report, Report) and report.text == PROSE
    assert (report.title, report.byline, report.published) == (
        "Café line to reopen",
        "Ana Prelog",
        "2022-02-27",
    )


def test_mail_without_a_text_part_gives_that_of_its_html(tmp_path: Path) -> None:
    report = item(tmp_path, "a.eml", mail(None, f"<style>a</style><p>{PROSE}</p><p>Two &amp; more.</p>"))
    assert isinstance(report, Report) and report.text == f"{PROSE}\nTwo & more."


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_pdf_gives_its_text_with_parted_words_joined(tmp_path: Path, name: str) -> None:
    report = item(tmp_path, name, pdf("The minis-\nters met\nin the town."))
    assert isinstance(report, Report) and report.text == "The ministers met\nin the town."


@pytest.mark.parametrize("name", ["a.docx", "a"])
def test_word_gives_paragraphs_and_rows(tmp_path: Path, name: str) -> None:
    report = item(tmp_path, name, word(PROSE, "Two."))
    assert isinstance(report, Report) and report.text == f"{PROSE}\nTwo.\nNorth 12"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.eml", b"", EmptyInput),
        ("a.eml", b"Subject: a\n\n", EmptyInput),
        ("a.eml", b"Content-Type: text/plain; charset=no-such\n\nwords", MalformedInput),
        ("a.eml", NESTED, EmptyInput),
        ("a.pdf", b"", MalformedInput),
        ("a.pdf", b"%PDF-1.7 rest", MalformedInput),
        ("a.pdf", pdf()[:300], MalformedInput),
        ("a.pdf", pdf(""), EmptyInput),
        ("a.pdf", locked(), MalformedInput),
        ("a.pdf", pdf("x" * 2_000), OversizedInput),
        ("a.docx", b"PK\x03\x04rest", MalformedInput),
        ("a.docx", word(PROSE)[:5_000], MalformedInput),
        ("a.docx", bomb(), OversizedInput),
        ("a.docx", word("x" * 2_000), OversizedInput),
    ],
)  # fmt: skip
def test_broken_document_is_an_error(tmp_path: Path, name: str, data: bytes, kind: type[InputError]) -> None:
    error = item(tmp_path, name, data, settings=Settings(max_chars=1_000))
    assert type(error) is kind and name in str(error)
    assert isinstance(error, InputError) and error.remedy


@pytest.mark.parametrize(("name", "data"), [("a.pdf", pdf()), ("a.docx", word(PROSE))])
def test_missing_library_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    real = builtins.__import__

    def without(wanted: str, *rest: Any, **more: Any) -> Any:
        if wanted in ("pypdf", "docx"):
            raise ImportError(wanted)
        return real(wanted, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    error = item(tmp_path, name, data)
    assert isinstance(error, MissingReader) and "onrecord[documents]" in str(error)
