"""Widgets of our own that any room of the window can use.

Every widget takes `look: Look` first; words come in as ready strings. A page is built when it is
shown and thrown away when it is left, so no widget translates or restyles itself. Sizes and
colours: `filingdesk.ui.theme.tokens`; the application gets them by `theme.sheet.dress`.

text           Title, Heading, Body, Strong, Hint (look, text)
note           Note (look, text, *, kind=Kind.PLAIN, title="") .add(widget)
               Kind: GOOD, CAREFUL, WRONG, PLAIN
mark           Mark (icon, colour, size)
buttons        PrimaryButton, QuietButton, LinkButton (look, text, *, icon=""),
               BackButton (look, text); signal clicked
field          Field, what fields and cards share: raw(), set_raw(raw), show_error(words | None),
               error(), setFocus(); signal edited()
text_field     TextField (look, label, *, hint="", typed=Typed.TEXT, columns=None); signal entered()
               Typed: TEXT, DIGITS, CODE, PHONE, EMAIL, SECRET
story_field    StoryField (look, label, *, say, hint="", limit=None, lines=6)
date_fields    DateFields (look, label, *, say, hint=""), show_error(words, part=None);
               signal entered()
cards          ChoiceCards (look, name, choices, *, several=False, label="", hint="", columns=1),
               values(), set_values(values); signals chosen(str), changed(tuple)
               Choice (value, title, help="", icon="", alone=False); CheckCard, RadioCard
errors         ErrorSummary (look, title, entries), take_focus(); Entry (words, field)
signature_pad  SignaturePad (look, name, *, say, hint=""), strokes(), dots(), aspect(),
               set_strokes(strokes), is_empty(), clear(); signal changed()
topbar         TopBar (look, name, items); BarItem (key, words, icon, options=());
               Option (value, words, on=False); signals tapped(key), picked(key, value)
tasklist       TaskList (look, title, tasks, progress), fold(folded); signal opened(key)
               Task (key, title, status, state, here=False)
               State: COMPLETED, IN_PROGRESS, NOT_STARTED, BLOCKED
action_bar     ActionBar (look, *buttons, saved=…), tell_saved(is_saved)
column         Column (look), add(*widgets, gap=None), put_first(widget)
page_frame     PageFrame (look, top, *, say), show_page(page, *, actions=None, tasks=None),
               show_banner(banner), close_banners()
pdf_pages      PdfDocument (pdf), close(); PdfPages (look, document, captions): its pages below one
               another; load_pdfium()
rows           SummaryRows (look, rows); signal change(key)
               Row (key, name, value, change="", change_name="")
table          dress_table(view, look, name)
overlay        Overlay (look, window, title, text, answers, *, escape="", opaque=False), open(),
               add(widget), set_text(text, *, spoken=False), dismiss(); signal answered(key)
               Answer (key, words, primary=False)
banner         Banner (look, text, *, kind=Kind.CAREFUL, action=""), speak(); signal acted()
busy           Busy (look, window, title, text="") .run(work, done, failed=None), running()
flow           Flow (gap, *, right=False), add(*widgets): a layout that wraps
guard          taps.interval = 500 (milliseconds): a second tap sooner than that is ignored
roles          announce(widget, words): have a screen reader say it now
"""
