"""The helps at the top of every page, always in the same order."""

from filingdesk.ui.kiosk.appearance import Contrast
from filingdesk.ui.kiosk.names import START
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import TextSize
from filingdesk.ui.widgets.topbar import BarItem, Option, TopBar
from filingdesk.words.catalogue import LANGUAGES, N_

_SIZES = {
    TextSize.NORMAL: N_("Normal text"),
    TextSize.LARGE: N_("Large text"),
    TextSize.ELDERLY: N_("Very large text"),
}
_CONTRASTS = {
    Contrast.LIGHT: N_("Dark on light"),
    Contrast.DARK: N_("Light on dark"),
    Contrast.HIGH: N_("High contrast"),
}


def top_bar(session: Session) -> TopBar:
    """Text size, contrast, language, staff; and the way out, where there is something to erase."""
    say = session.words.say
    sizes = tuple(
        Option(size.name, say(words), on=size is session.text_size)
        for size, words in _SIZES.items()
    )
    contrasts = tuple(
        Option(contrast.value, say(words), on=contrast is session.contrast)
        for contrast, words in _CONTRASTS.items()
    )
    languages = tuple(
        Option(code, name, on=code == session.words.language) for code, name in LANGUAGES.items()
    )
    items = [
        BarItem("size", say("Text size"), "a-large-small", sizes),
        BarItem("contrast", say("Contrast"), "contrast", contrasts),
        BarItem("language", LANGUAGES[session.words.language], "languages", languages),
    ]
    if session.is_open():
        items.append(BarItem("staff", say("Ask staff"), "hand-helping"))
        if session.page == START:
            items.append(BarItem("clerk", say("For staff"), "key-round"))
        else:
            items.append(BarItem("erase", say("Finish and erase"), "eraser"))
    bar = TopBar(session.look, say("Credit record desk"), items)
    bar.picked.connect(lambda key, value: _pick(session, key, value))
    return bar


def _pick(session: Session, key: str, value: str) -> None:
    match key:
        case "size":
            session.set_text_size(TextSize[value])
        case "contrast":
            session.set_contrast(Contrast(value))
        case _:
            session.set_language(value)
