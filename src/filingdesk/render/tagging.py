"""Writes the structure of a document into its PDF: the tree, and the way back from each content.

ISO 32000-1, 14.7; ISO 14289-1 (PDF/UA-1), 7. Elements without content are left out, but for the
cells of a table: every row has as many as the others.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from filingdesk.render.fields import add_field, add_form
from filingdesk.render.structure import Element, Place

_CELLS = ("TD", "TH")


def tag(pdf: pikepdf.Pdf, whole: Element) -> None:
    """Tie what was marked on the pages to the elements of `whole`, and make the fields in it."""
    tree = _Tree(pdf)
    pdf.Root.StructTreeRoot = tree.root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    tree.root.K = tree.element(whole, tree.root) or tree.empty(whole)
    tree.finish()


class _Tree:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._parents: list[dict[int, Object]] = [{} for _ in self._pages]
        self._forms: list[Object] = []
        self._fields: list[Object] = []
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def empty(self, element: Element) -> Object:
        """An element without content: the document that says nothing."""
        return self._pdf.make_indirect(_plain(element, self.root))

    def element(self, element: Element, parent: Object) -> Object | None:
        """An element and all below it; None if there is no content."""
        own = self._pdf.make_indirect(_plain(element, parent))
        kids = list(self._kids(element, own))
        if not kids and element.tag not in _CELLS:
            return None
        if kids:
            own.K = kids[0] if len(kids) == 1 else Array(kids)
        return own

    def finish(self) -> None:
        """The tree of parents, by page and by field."""
        numbers = Array()
        for key, (page, parents) in enumerate(zip(self._pages, self._parents, strict=True)):
            page.StructParents = key
            page.Tabs = Name.S
            numbers.append(key)
            numbers.append(self._pdf.make_indirect(Array(parents[id] for id in sorted(parents))))
        for key, form in enumerate(self._forms, start=len(self._pages)):
            numbers.append(key)
            numbers.append(form)
        self.root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        self.root.ParentTreeNextKey = len(self._pages) + len(self._forms)
        add_form(self._pdf, self._fields)

    def _kids(self, element: Element, own: Object) -> Iterator[Object | int]:
        if element.widget is not None:
            yield self._field(element, own)
        for place in element.places:
            yield self._content(place, own)
        for kid in element.kids:
            if kid.tag:
                found = self.element(kid, own)
                if found is not None:
                    yield found
            else:
                yield from self._kids(kid, own)

    def _content(self, place: Place, own: Object) -> Object | int:
        page = self._pages[place.page - 1]
        self._parents[place.page - 1][place.id] = own
        if "/Pg" not in own:
            own.Pg = page
        if own.Pg.objgen == page.objgen:
            return place.id
        return Dictionary(Type=Name.MCR, Pg=page, MCID=place.id)

    def _field(self, element: Element, own: Object) -> Object:
        assert element.widget is not None
        page = self._pages[element.widget.page - 1]
        key = len(self._pages) + len(self._forms)
        field = add_field(self._pdf, page, element.widget, key)
        self._forms.append(own)
        self._fields.append(field)
        own.Pg = page
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=field)


def _plain(element: Element, parent: Object) -> Dictionary:
    found = Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
    if element.language:
        found.Lang = String(element.language)
    if element.alt:
        found.Alt = String(element.alt)
    if element.scope:
        found.A = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.tag == "L":
        found.A = Dictionary(O=Name.List, ListNumbering=Name.Decimal)
    if element.box:
        box = Array(round(edge, 2) for edge in element.box)
        found.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    return found
