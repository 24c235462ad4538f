"""The application's style sheet, made from the tokens."""

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from filingdesk import resources
from filingdesk.ui.theme.tokens import Look, Palette

_FALLBACK = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif'
_FAMILIES = {
    "zh_TW": '"Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", "PingFang TC", sans-serif',
}
_DEFAULT_FAMILY = f'"Noto Sans CJK SC", {_FALLBACK}'


def dress(app: QApplication, look: Look, language: str) -> None:
    """Give the whole application one look; the wizard then builds its page anew."""
    app.setPalette(_qt_palette(look.palette))
    app.setStyleSheet(style_sheet(look, language))


def _qt_palette(p: Palette) -> QPalette:
    """Our colours where Qt itself paints: plain widgets, menus, message boxes, placeholders."""
    role = QPalette.ColorRole
    colours = {
        role.Window: p.paper,
        role.WindowText: p.ink,
        role.Base: p.paper,
        role.AlternateBase: p.mist,
        role.Text: p.ink,
        role.PlaceholderText: p.quiet,
        role.Button: p.mist,
        role.ButtonText: p.ink,
        role.Highlight: p.primary,
        role.HighlightedText: p.on_primary,
        role.Link: p.primary,
        role.ToolTipBase: p.ink,
        role.ToolTipText: p.paper,
    }
    palette = QPalette()
    for place, colour in colours.items():
        palette.setColor(place, QColor(colour))
    return palette


def style_sheet(look: Look, language: str) -> str:
    """The style sheet for `look`; the family follows the language, for SC and TC glyphs differ.

    Family and size stand here and not in QApplication.setFont: a font set before a style sheet
    leaves small fonts behind.
    """
    p, s = look.palette, look.sizes
    return _SHEET.substitute(
        family=_FAMILIES.get(language, _DEFAULT_FAMILY),
        title=s.title,
        heading=s.heading,
        body=s.body,
        hint=s.hint,
        target=s.target,
        inner=s.target - 4,
        radius=s.radius,
        pad=max(8, s.target // 4),
        bar=24 if s.target > 40 else 14,
        gutter=7 if s.target > 40 else 2,
        grip=s.target,
        row=s.target - 2,
        arrow=s.glyph,
        icons=resources.icons().as_posix(),
        ink=p.ink,
        quiet=p.quiet,
        paper=p.paper,
        mist=p.mist,
        line=p.line,
        hair=p.hair,
        primary=p.primary,
        pressed=p.pressed,
        on_primary=p.on_primary,
        chosen=p.chosen,
        wrong=p.wrong,
    )


_SHEET = Template("""
* { font-family: $family; font-size: ${body}px; color: $ink; }
QToolTip { background: $ink; color: $paper; border: none; padding: 8px; font-size: ${hint}px; }

Title { font-size: ${title}px; font-weight: bold; }
Heading { font-size: ${heading}px; font-weight: bold; }
Hint, Tool, MoreBelow { font-size: ${hint}px; color: $quiet; }
Strong, FieldLabel { font-weight: bold; }
ErrorText { font-weight: bold; color: $wrong; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {
  background: $paper; color: $ink; border: 2px solid $line; border-radius: ${radius}px;
  padding: 0 ${pad}px; min-height: ${inner}px;
  selection-background-color: $primary; selection-color: $on_primary;
}
QPlainTextEdit { padding: ${pad}px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $mist; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled {
  background: $mist; color: $quiet; border-style: dashed;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $wrong; }
QComboBox:focus, QDateEdit:focus, QSpinBox:focus { border-color: $ink; }
QComboBox::drop-down, QDateEdit::drop-down {
  subcontrol-origin: padding; subcontrol-position: center right; width: ${target}px;
  border: none; border-left: 1px solid $hair;
}
QComboBox::down-arrow, QDateEdit::down-arrow, QSpinBox::down-arrow {
  image: url("$icons/sheet-down.svg"); width: ${arrow}px; height: ${arrow}px;
}
QSpinBox::up-arrow, QDateEdit::up-arrow {
  image: url("$icons/sheet-up.svg"); width: ${arrow}px; height: ${arrow}px;
}
QComboBox QAbstractItemView, QDateEdit QAbstractItemView {
  background: $paper; border: 2px solid $line; outline: none;
  selection-background-color: $primary; selection-color: $on_primary;
}
QComboBox QAbstractItemView::item { min-height: ${target}px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {
  width: ${target}px; border: none; border-left: 1px solid $hair; background: $mist;
}

QMenu { background: $paper; border: 2px solid $line; padding: 8px; }
QMenu::item { min-height: ${target}px; padding: 4px 32px 4px 16px; border-radius: ${radius}px; }
QMenu::item:selected { background: $primary; color: $on_primary; }
QMenu::indicator { width: ${arrow}px; height: ${arrow}px; left: 8px; }
QMenu::indicator:checked { image: url("$icons/sheet-check.svg"); }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: $mist; width: ${bar}px; margin: 0; border: none; }
QScrollBar::handle:vertical {
  background: $line; min-height: ${grip}px; border-radius: 5px; margin: 2px ${gutter}px;
}
QScrollBar:horizontal { background: $mist; height: ${bar}px; margin: 0; border: none; }
QScrollBar::handle:horizontal {
  background: $line; min-width: ${grip}px; border-radius: 5px; margin: ${gutter}px 2px;
}
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView, QTreeView, QListView {
  background: $paper; alternate-background-color: $mist; border: 1px solid $line;
  border-radius: ${radius}px; gridline-color: $hair; outline: none;
  selection-background-color: $chosen; selection-color: $ink;
}
QTableView::item, QTreeView::item, QListView::item { padding: 0 12px; border: none; }
QTableView::item { border-bottom: 1px solid $hair; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background: $chosen; color: $ink;
}
QHeaderView { background: $mist; border: none; }
QHeaderView::section {
  background: $mist; color: $quiet; font-size: ${hint}px; font-weight: bold; text-align: left;
  border: none; border-bottom: 2px solid $line; padding: 0 12px; min-height: ${row}px;
}
QTableCornerButton::section { background: $mist; border: none; }
""")
