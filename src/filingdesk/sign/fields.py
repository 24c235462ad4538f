"""The field that a signature goes into, and what signing it locks; loads pyHanko."""

from collections.abc import Collection, Mapping

from pyhanko.pdf_utils.generic import DictionaryObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    InvisSigSettings,
    MDPPerm,
    SigFieldSpec,
    append_signature_field,
    enumerate_sig_fields,
)

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, field_name
from filingdesk.sign import marks

_OFF_THE_PAGE = InvisSigSettings(box_out_of_bounds=True)


def prepare(writer: IncrementalPdfFileWriter, capacity: Capacity) -> tuple[str, bool]:
    """The field to sign, and whether it is the document's first signature.

    A page that was drawn with places to sign is signed in those and gets no other; one without
    gets fields that take no room. Raises UserProblem: no-place-to-sign.
    """
    fields = _fields(writer)
    taken = {name for name, field in fields.items() if _is_signed(field)}
    if any(_is_drawn(field) for field in fields.values()):
        if not taken:
            _lock(writer, fields)
        return _place(fields, taken, capacity), not taken
    return _unseen(writer, fields, taken, capacity), not taken


def _fields(writer: IncrementalPdfFileWriter) -> dict[str, DictionaryObject]:
    return {name: field.get_object() for name, _, field in enumerate_sig_fields(writer)}


def _is_signed(field: DictionaryObject) -> bool:
    return "/V" in field


def _is_drawn(field: DictionaryObject) -> bool:
    """Whether the field has a box on its page."""
    left, bottom, right, top = (float(each) for each in field.get("/Rect", (0, 0, 0, 0)))
    return right != left and top != bottom


def _place(
    fields: Mapping[str, DictionaryObject], taken: Collection[str], capacity: Capacity
) -> str:
    places = [name for name in fields if marks.capacity_of(name) is capacity and name not in taken]
    if not places:
        raise UserProblem(Problem("file", "no-place-to-sign"))
    return places[0]


def _lock(writer: IncrementalPdfFileWriter, fields: Mapping[str, DictionaryObject]) -> None:
    """Each field locks all but those of the others, who may still sign (ISO 32000-2, 12.7.5.5).

    The agency's receipt locks theirs too: after it only what preserves signatures may come.
    """
    ours = {name: marks.capacity_of(name) for name in fields}
    for name, capacity in ours.items():
        if capacity is None or "/Lock" in fields[name]:
            continue
        is_last = capacity is Capacity.AGENCY_RECEIPT
        others = [] if is_last else [each for each in ours if each != name]
        spec = SigFieldSpec(
            name,
            field_mdp_spec=FieldMDPSpec(FieldMDPAction.EXCLUDE, [*others, *marks.TIME_STAMPS]),
            doc_mdp_update_value=MDPPerm.NO_CHANGES if is_last else None,
        )
        fields[name][pdf_name("/Lock")] = writer.add_object(spec.format_lock_dictionary())
        writer.update_container(fields[name])


def _unseen(
    writer: IncrementalPdfFileWriter,
    fields: Mapping[str, DictionaryObject],
    taken: Collection[str],
    capacity: Capacity,
) -> str:
    field = field_name(capacity, taken)
    wanted = {field: capacity}
    if not taken:
        wanted |= {field_name(each): each for each in marks.followers(capacity)}
    for name in (each for each in wanted if each not in fields):
        spec = SigFieldSpec(
            name,
            invis_sig_settings=_OFF_THE_PAGE,
            readable_field_name=marks.label(wanted[name]),
        )
        append_signature_field(writer, spec)
    if not taken:
        _order_by_structure(writer)
    return field


def _order_by_structure(writer: IncrementalPdfFileWriter) -> None:
    """A page that gets a field says that the keyboard follows the structure (PDF/UA-1, 7.18.3)."""
    for _, _, reference in enumerate_sig_fields(writer):
        field = reference.get_object()
        if "/P" in field and "/Tabs" not in field["/P"]:
            field["/P"]["/Tabs"] = pdf_name("/S")
            writer.update_container(field["/P"])
