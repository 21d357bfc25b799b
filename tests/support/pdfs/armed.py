"""Documents that reach out: scripts, programs to start, files and addresses to fetch."""

from collections.abc import Callable

from tests.support.pdfs.parts import SQUARE, form, one_page, stream

PICTURE = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"


def javascript(address: str, path: str) -> bytes:
    """Scripts at opening, on the page and in a field, that fetch and write."""
    script = (
        f"app.launchURL('{address}'); this.submitForm('{address}'); "
        f"this.exportDataObject({{cName:'x', cPath:'{path}'}});"
    ).encode()
    action = b"<</S/JavaScript/JS(%s)>>" % script.replace(b"(", b"\\(").replace(b")", b"\\)")
    field = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(1)/Rect[10 10 90 40]/DA(/Helv 9 Tf 0 g)"
        b"/AA<</F %s/C %s/K %s>>>>" % (action, action, action)
    )
    form = b"/AcroForm<</Fields[5 0 R]/CO[5 0 R]/NeedAppearances true>>"
    catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction %s/Names<</JavaScript<</Names[(a)%s]>>>>%s>>"
    page = b"/AA<</O %s/C %s>>/Annots[5 0 R]" % (action, action)
    return one_page(entries=page, more=[field], catalog=catalog % (action, action, form))


def launch(address: str, path: str) -> bytes:
    """Programs to be started at opening and from a link."""
    start = b"<</S/Launch/F(/bin/sh)/Unix<</F(/bin/sh)>>/Win<</F(sh)/P(-c touch %s)>>>>"
    action = start % path.encode()
    catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction %s>>" % action
    link = b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A %s>>]" % action
    return one_page(entries=link, catalog=catalog)


def remote_document(address: str, path: str) -> bytes:
    """Actions into other documents and addresses, at opening and from a link."""
    far = (
        b"<</S/GoToR/F<</FS/URL/F(%s)>>/D[0/Fit]"
        b"/Next<</S/URI/URI(%s)/Next<</S/SubmitForm/F(%s)>>>>>>"
    )
    action = far % ((address.encode(),) * 3)
    catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction %s>>" % action
    return one_page(entries=b"/AA<</O %s>>" % action, catalog=catalog)


def external_stream(address: str, path: str) -> bytes:
    """Contents that stand in another file, and a picture that stands at an address."""
    far = b"/F<</FS/URL/F(%s)>>" % address.encode()
    near = b"/F(%s)" % path.encode()
    contents = stream(SQUARE + b" q 200 0 0 200 50 400 cm /P Do Q /Q Do", near)
    resources = b"/Resources<</XObject<</P 5 0 R/Q 6 0 R>>>>"
    more = [stream(b"", PICTURE + far), stream(b"", PICTURE + near)]
    return one_page(contents, entries=resources, more=more)


def reference_form(address: str, path: str) -> bytes:
    """A form that stands for a page of another document (ISO 32000-1, 8.10.4)."""
    resources = b"/Resources<</XObject<</R 5 0 R/S 6 0 R>>>>"
    ref = b"/Ref<</F<</FS/URL/F(%s)>>/Page 0>>" % address.encode()
    near = b"/Ref<</F(%s)/Page 0>>" % path.encode()
    more = [form(b"", ref), form(b"", near)]
    return one_page(SQUARE + b" /R Do /S Do", entries=resources, more=more)


def embedded(address: str, path: str) -> bytes:
    """A file inside, and one that is only named."""
    name = path.encode()
    inside = b"<</Type/Filespec/F(%s)/EF<</F 6 0 R>>>>" % name
    catalog = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 5 0 R]>>>>>>"
    pin = b"/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[9 9 29 29]/FS 5 0 R>>]"
    return one_page(entries=pin, more=[inside, stream(b"inside")], catalog=catalog)


def xfa(address: str, path: str) -> bytes:
    """A form of XML that names an entity in a file and one at an address."""
    text = (
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{path}"><!ENTITY b SYSTEM "{address}">]>'
        f'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template>&a;&b;'
        f'<image href="{address}"/></template></xdp:xdp>'
    ).encode()
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 5 0 R>>>>"
    return one_page(more=[stream(text)], catalog=catalog)


ARMED: dict[str, Callable[[str, str], bytes]] = {
    "javascript": javascript,
    "launch": launch,
    "remote document": remote_document,
    "external stream": external_stream,
    "reference form": reference_form,
    "embedded file": embedded,
    "xfa": xfa,
}
"""Each made for an address that must hear nothing and a file that must stay as it is."""
