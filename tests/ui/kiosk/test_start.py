"""A person comes to the kiosk, reads what happens, agrees, and is asked the first question."""

from PySide6.QtWidgets import QAbstractButton

from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.start import StartPage
from filingdesk.words.catalogue import LANGUAGES
from filingdesk.words.consent import SENTENCES, VERSION
from tests.ui.kiosk.person import Person


def test_every_language_is_offered_in_its_own_script(citizen: Person) -> None:
    page = citizen.page
    assert isinstance(page, StartPage)
    assert [button.text() for button in page.languages.values()] == [*LANGUAGES.values()]


def test_the_start_page_fits_the_smallest_screen_without_scrolling(citizen: Person) -> None:
    last = [*citizen.page.findChildren(QAbstractButton)][-1]
    assert citizen.kiosk.rect().contains(last.mapTo(citizen.kiosk, last.rect().bottomRight()))


def test_nothing_is_kept_of_a_person_who_has_not_agreed(citizen: Person, session: Session) -> None:
    citizen.picks("English")
    assert all(citizen.sees(session.words.say(sentence)) for sentence in SENTENCES)
    assert citizen.sees("120 seconds")

    citizen.continues()

    assert session.draft is None
    assert session.desk.doors.store.drafts() == ()
    assert citizen.summary() == [citizen.field("consent").error()]


def test_the_version_of_the_notice_is_kept_with_the_agreement(
    citizen: Person, session: Session
) -> None:
    citizen.begins("Español")

    assert session.here.consent == VERSION
    assert session.here.language == "es"
    assert citizen.heading == "这条记录怎么了？"
    assert not citizen.summary()


def test_going_back_from_the_notice_leads_to_the_start(citizen: Person) -> None:
    citizen.picks("English")
    citizen.goes_back()
    assert isinstance(citizen.page, StartPage)
