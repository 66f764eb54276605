"""The reader of each format. Libraries that load slowly are imported where the first such input is read."""

from onrecord.reading.asked import Reader
from onrecord.reading.delimited import rows_in
from onrecord.reading.feeds import items_in
from onrecord.reading.formats import Format
from onrecord.reading.jsonlines import lines_in, objects_in
from onrecord.reading.mail import message_in
from onrecord.reading.parquet import parquet_in
from onrecord.reading.pdf import pdf_in
from onrecord.reading.texts import page_in, text_in
from onrecord.reading.warc import pages_in
from onrecord.reading.word import document_in

READERS: dict[Format, Reader] = {
    Format.TEXT: text_in,
    Format.PAGE: page_in,
    Format.LINES: lines_in,
    Format.JSON: objects_in,
    Format.TABLE: rows_in,
    Format.PARQUET: parquet_in,
    Format.FEED: items_in,
    Format.ARCHIVE: pages_in,
    Format.MAIL: message_in,
    Format.PDF: pdf_in,
    Format.WORD: document_in,
}
