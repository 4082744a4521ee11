"""Whatever stands in a mail, only entries come out of it, and they can be stored, merged and printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers import Problem, Remark, Told, file_of
from aliorder.importers.mail.eml import Eml
from aliorder.importers.mail.mbox import Mbox
from aliorder.importers.merging import merge
from tests.importers.mail.given import ORDER, PARCEL, SENDER, TERMS, forwarded, in_base64, mail, mailbox

IMPORTERS = (Eml(), Mbox())
TEXT, HEADER = in_base64(f"<p>Package {PARCEL}</p><p>Total: €5.00</p>")
ATTACHED = (
    mail("Fwd: it", sender="A Friend <friend@example.org>", kind='multipart/mixed; boundary="b"')
    + b"--b\nContent-Type: message/rfc822\n\n"
    + mail()
    + b"\n--b--\n"
)
SEEDS = (
    mail(f"Order {ORDER}: order confirmed", TEXT, more=HEADER),
    mail(f"=?utf-8?q?Commande_{ORDER}_=3A_commande_exp=C3=A9di=C3=A9e?="),
    mail(f"Package {PARCEL} has been delivered", f'<a href="?tradeOrderId={ORDER}&trackingNumber={PARCEL}">'),
    mail(
        "Tus 2 paquetes tienen actualizaciones de entrega", f'<a href="?tradeOrderId={ORDER}&trackingNumber={PARCEL}">'
    ),
    forwarded(f"From: {SENDER}\nDate: Fri, Sep 4, 2026 at 12:30 PM\n\norder {ORDER}"),
    ATTACHED,
)
SNIPPETS = (
    b"\x00",
    b"\xff\xfe",
    b"=?utf-8?b?",
    b"?=",
    b"=?unicode_escape?q?=5C?=",
    b"; charset*0*=utf-8''%ff",
    b"; boundary*99999999999999999999=x",
    b'\nContent-Type: multipart/mixed; boundary=""\n',
    b"\nContent-Transfer-Encoding: x-uuencode\n",
    b"\nContent-Transfer-Encoding: quoted-printable\n",
    b"\nContent-Type: text/plain; charset=punycode\n",
    b"\nDate: Fri, 04 Sep 2026 99:99:99 +9999\n",
    b"\nDate: Fri, 31 Dec 9999 23:59:59 -2359\n",
    b"\nFrom: \n",
    b"\n\nFrom x\nFrom: y\n",
    b"9" * 5000,
    b"<" * 50,
    b"--b\n",
    "٣２𝟛".encode(),
)


def check(content: bytes) -> None:
    """Reads the content in every way, and looks at what comes out."""
    for importer in IMPORTERS:
        file = file_of("f", content)
        assert importer.claims(file) in (True, False)
        for entry in importer.read(file, TERMS):
            look_at(entry)


def look_at(entry: Told | Problem | Remark) -> None:
    """Fails unless the entry can be stored, merged and printed."""
    if not isinstance(entry, Told):
        assert 0 < len(f"{entry}".encode()) < 1200
        return
    order = entry.order
    assert order.number or order.tracking
    assert merge(merge(None, order), order) == merge(None, order)
    repr(order).encode()


@given(st.binary())
def test_bytes_of_any_kind_are_read(content: bytes) -> None:
    check(content)
    check(b"From x\n" + mail() + content)


@given(st.data())
def test_a_mail_with_anything_anywhere_is_read(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(SEEDS))
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(start + data.draw(st.integers(0, 40)), len(content))
        content = content[:start] + data.draw(st.sampled_from(SNIPPETS) | st.binary(max_size=6)) + content[end:]
    check(content)
    check(mailbox(content, SEEDS[0]))


@given(st.text(), st.text(), st.text(), st.text())
def test_a_mail_with_any_headers_is_read(subject: str, sender: str, date: str, more: str) -> None:
    written = [value.encode("utf-8", "replace").decode() for value in (subject, sender, date, more)]
    check(mail(written[0], sender=written[1], date=written[2], kind=written[3]))
    check(mail(written[0], written[3], date=written[2], more=f"{written[1]}: {written[3]}\n"))


@pytest.mark.parametrize("content", SEEDS)
def test_every_beginning_of_a_mail_is_read(content: bytes) -> None:
    for end in range(0, len(content), 7):
        check(content[:end])


@pytest.mark.parametrize(
    "content",
    [
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5000)),
        mail(kind="message/rfc822", text="Content-Type: message/rfc822\n\n" * 90),
        mail(kind='multipart/mixed; boundary="b"', text="--b\n" * 100_000),
        mail(text="<p>" * 300_000),
        mail(text="Total " * 100_000),
        mail(text=f"order {ORDER} " * 50_000),
        forwarded("From: " * 100_000),
        forwarded("Date:" + " ," * 100_000 + f"\nFrom: {SENDER}"),
        mail("Fwd: " * 100_000),
        mail("=?utf-8?q?a?= " * 50_000),
        b"From x\n" * 100_000,
        b"From: x\n" * 100_000,
    ],
)
def test_a_mail_made_to_be_slow_or_deep_is_read(content: bytes) -> None:
    check(content)
