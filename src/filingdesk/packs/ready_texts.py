"""What a new pack says that is ready for it, in the languages of the program, around its names."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from filingdesk import resources

_PLACE = "{name}"


@dataclass(frozen=True, slots=True)
class ReadyTexts:
    """Translations by text and language. `{name}` in both is a name that a pack translates; in a
    translation `{text}` is the whole Chinese text.
    """

    texts: Mapping[str, Mapping[str, str]]

    def translated(self, text: str, language: str, said: Mapping[str, str]) -> str:
        """How a text is said; empty where it is not ready, or its name not in `said`."""
        for ready, translations in self.texts.items():
            pattern = re.escape(ready).replace(re.escape(_PLACE), "(?P<name>.+)")
            found = re.fullmatch(pattern, text)
            name = said.get(found["name"], "") if found and _PLACE in ready else ""
            if found and language in translations and (name or _PLACE not in ready):
                return translations[language].replace(_PLACE, name).replace("{text}", text)
        return ""


def read_ready() -> ReadyTexts:
    """Those that lie beside the files of a new pack."""
    return ReadyTexts(tomllib.loads((resources.skeleton() / "texts.toml").read_text("utf-8")))
