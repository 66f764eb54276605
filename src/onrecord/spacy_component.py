"""onrecord as a spaCy component: `nlp.add_pipe("onrecord")` puts a `Record` on `doc._.onrecord`.

The document's own tokens, tags, tree and entities are read; nothing is parsed again.
`doc.user_data["published"]` may carry the day of publication as an ISO date.

spaCy imports this module whenever any model is loaded, so the pipeline is imported only when the component
is added.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

REQUIRES = ["token.tag", "token.pos", "token.dep", "token.head", "token.lemma", "doc.ents"]


@Language.factory("onrecord", requires=REQUIRES, assigns=["doc._.onrecord"])
def make_component(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; its lexicons are loaded when it is added."""
    from onrecord.pipeline import Coder

    if not Doc.has_extension("onrecord"):
        Doc.set_extension("onrecord", default=None)
    coder = Coder()

    def component(doc: Doc) -> Doc:
        if doc.text.strip():
            doc._.onrecord = coder.record_of_doc(doc, published=doc.user_data.get("published"))
        return doc

    return component
