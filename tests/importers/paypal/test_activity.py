from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import UNKNOWN, Event, Money, Order, When
from aliorder.importers import FileRefused, InputFile, Remark, Told, file_of
from aliorder.importers.paypal.activity import NO_PAYMENT, NONE, PayPal
from aliorder.importers.paypal.zones import when_of, zone_of
from tests.importers.given import TERMS, Reading, gather

FILE = "paypal.csv"
NUMBER = "3041000000000101"
HEADER = (
    *("Date", "Time", "TimeZone", "Name", "Type", "Status", "Currency", "Gross", "Transaction ID", "Reference Txn ID"),
    *("Invoice Number", "Subject", "Balance Impact"),
)
PACIFIC = timezone(timedelta(hours=-7))
PAID_AT = datetime(2026, 4, 27, 7, 45, 51, tzinfo=PACIFIC)
BACK_AT = datetime(2026, 5, 19, 3, 10, tzinfo=PACIFIC)

Cells = dict[str, str]


def row(**changes: str) -> Cells:
    """A row of the file; a key is the name of a column in small letters, without blanks."""
    known = {"".join(name.casefold().split()): name for name in HEADER}
    return {known[key]: value for key, value in changes.items()}


def payment(**changes: str) -> Cells:
    return {
        **row(
            date="27/04/2026", time="07:45:51", timezone="PDT", name="Alipay Singapore", type="Express Checkout Payment"
        ),
        **row(status="Completed", currency="USD", gross="-26.70", transactionid="T1", invoicenumber=NUMBER),
        **row(subject="Desk lamp", balanceimpact="Debit"),
        **row(**changes),
    }


def refund(**changes: str) -> Cells:
    return {
        **row(date="19/05/2026", time="03:10:00", timezone="PDT", name="Alipay Singapore", type="Payment Refund"),
        **row(status="Completed", currency="USD", gross="26.70", transactionid="T2", referencetxnid="T1"),
        **row(balanceimpact="Credit"),
        **row(**changes),
    }


def at_once(**changes: str) -> Cells:
    """A row of the same moment that belongs to the payment and names nobody."""
    return payment(**{"name": "", "transactionid": "T8", "referencetxnid": "T1", "subject": "", **changes})


def table(*rows: Cells, header: tuple[str, ...] = HEADER, delimiter: str = ",") -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([cells.get(name, "") for name in HEADER] for cells in rows)
    return "\ufeff" + text.getvalue()


def file(text: str | bytes) -> InputFile:
    return file_of(FILE, text if isinstance(text, bytes) else text.encode())


def read(*rows: Cells) -> Reading:
    return gather(PayPal().read(file(table(*rows)), TERMS))


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


PAID = Event("paid", When(at=PAID_AT))
BACK = Event("refund-received", When(at=BACK_AT), usd("26.70"))
ORDER = Order(number=NUMBER, title="Desk lamp", total=usd("26.70"), payment="paypal", events=(PAID,))
REFUNDED = Order(number=NUMBER, title="Desk lamp", total=usd("26.70"), payment="paypal", events=(PAID, BACK))


# Payments and refunds


@pytest.mark.parametrize("rows", [(payment(), refund()), (refund(), payment())])
def test_a_payment_and_its_refund_are_one_order_whichever_stands_first(rows: tuple[Cells, Cells]) -> None:
    line = 2 if rows[0] == payment() else 3
    assert list(PayPal().read(file(table(*rows)), TERMS)) == [Told(REFUNDED, line)]


@pytest.mark.parametrize("name", ["Alipay (Europe) Limited S.A.", "ALIPAY SINGAPORE E-COMMERCE", "AliExpress.com"])
def test_what_counts_is_who_is_paid(name: str) -> None:
    assert read(payment(name=name)) == Reading((ORDER,))


def test_a_file_without_payments_to_aliexpress_says_so() -> None:
    assert read(payment(name="Corner Bakery"), refund(name="Corner Bakery")) == Reading((), (), (NONE.text,))
    assert read() == Reading((), (), (NONE.text,))


@pytest.mark.parametrize("kind", ["Payment Refund", "Remboursement", "General Currency Conversion", ""])
def test_the_word_for_a_kind_of_row_decides_nothing(kind: str) -> None:
    assert read(payment(type=kind), refund(type=kind)) == Reading((REFUNDED,))


def test_refunds_of_parts_are_told_one_by_one() -> None:
    found = read(payment(), refund(gross="6.70"), refund(gross="5.00", transactionid="T3", date="20/05/2026"))
    assert [event.amount for event in found.orders[0].events] == [None, usd("6.70"), usd("5.00")]


@pytest.mark.parametrize(
    "rows",
    [
        [at_once(gross="26.70")],
        [at_once(gross="26.70", name="Alipay Singapore")],
        [at_once(gross="26.70"), at_once(gross="-24.50", currency="EUR", transactionid="T9")],
        [at_once(gross="26.70", transactionid="T1", referencetxnid="", name="Alipay Singapore")],
        [at_once(gross="-26.70", name="Alipay Singapore", time="07:45:55")],
        [payment(transactionid="T0", balanceimpact="Memo", date="26/04/2026"), payment(referencetxnid="T0")],
        [payment(transactionid="T7", status="Pending"), payment(transactionid="T6", status="DENIED ")],
    ],
)
def test_rows_by_which_paypal_moves_the_money_are_no_payments_and_no_refunds(rows: list[Cells]) -> None:
    assert read(*rows, payment()) == Reading((ORDER,))
    assert read(payment(), *rows) == Reading((ORDER,))


def test_a_change_of_currency_beside_a_refund_is_no_second_refund() -> None:
    rows = (
        refund(transactionid="T3", gross="-26.70", name=""),
        refund(transactionid="T4", gross="24.50", currency="EUR", name="Alipay Singapore"),
        refund(transactionid="T5", gross="-24.50", currency="EUR", referencetxnid="T2", name="Alipay Singapore"),
    )
    assert read(payment(), refund(), *rows) == Reading((REFUNDED,))


def test_what_was_set_aside_first_and_then_taken_is_one_payment() -> None:
    set_aside = payment(transactionid="T0", date="26/04/2026")
    found = read(set_aside, payment(referencetxnid="T0"), refund())
    assert [[event.kind for event in order.events] for order in found.orders] == [["paid", "refund-received"]]


def test_two_payments_with_invoices_of_their_own_are_two_though_one_refers_to_the_other() -> None:
    found = read(payment(), payment(transactionid="T2", referencetxnid="T1", invoicenumber="3041000000000202"))
    assert [order.number for order in found.orders] == [NUMBER, "3041000000000202"]


def test_several_payments_for_one_order_do_not_tell_its_total() -> None:
    found = read(payment(), payment(transactionid="T2", gross="-5.00", date="28/04/2026"))
    assert [(order.number, order.total) for order in found.orders] == [(NUMBER, None), (NUMBER, None)]


def test_a_payment_that_was_taken_back_counts_only_with_what_brought_it_back() -> None:
    assert read(payment(status="Reversed")).orders == ()
    assert read(payment(status="Reversed"), refund(type="Payment Reversal")) == Reading((REFUNDED,))


def test_a_refund_under_way_is_not_here_yet() -> None:
    assert read(payment(), refund(status="Pending")) == Reading((ORDER,))


def test_a_refund_without_its_payment_names_the_way_out() -> None:
    found = read(refund())
    assert (found.orders, [tuple(problem) for problem in found.problems]) == (
        (),
        [(FILE, 2, "Reference Txn ID", NO_PAYMENT)],
    )


def test_a_refund_without_its_payment_may_name_the_order_itself() -> None:
    assert read(refund(invoicenumber=NUMBER)) == Reading((Order(number=NUMBER, payment="paypal", events=(BACK,)),))


def test_a_refund_of_a_payment_that_failed_is_passed_over() -> None:
    assert read(payment(status="Denied"), refund()) == Reading()


def test_money_that_names_nobody_is_shown_and_not_told() -> None:
    found = read(payment(), refund(name=""))
    assert found[:2] == ((ORDER,), ())
    assert ["(line 3)" in remark for remark in found.remarks] == [True]


# The fields


@pytest.mark.parametrize(
    "invoice, number",
    [
        (f"AE-{NUMBER}_1", NUMBER),
        ("304100000000011", "304100000000011"),
        ("", None),
        ("INV7", None),
        ("30410000000001", None),
        ("304100000000010130410", None),
        (f"{NUMBER} 3041000000000202", None),
    ],
)
def test_the_order_number_is_the_one_in_the_invoice(invoice: str, number: str | None) -> None:
    assert [order.number for order in read(payment(invoicenumber=invoice)).orders] == [number]


@pytest.mark.parametrize("invoice", ["3.04E+15", "3041000000000100"])
def test_a_number_that_a_spreadsheet_damaged_is_refused_and_the_payment_stays(invoice: str) -> None:
    found = read(payment(invoicenumber=invoice))
    assert [order.number for order in found.orders] == [None]
    assert [(problem.line, problem.field) for problem in found.problems] == [(2, "Invoice Number")]


def test_a_blank_subject_is_no_title() -> None:
    assert read(payment(subject=" ")).orders[0].title is None


@pytest.mark.parametrize(
    "changes, when",
    [
        ({"timezone": "Europe/Berlin"}, When(at=datetime(2026, 4, 27, 5, 45, 51, tzinfo=UTC))),
        ({"timezone": "GMT+02:00"}, When(at=datetime(2026, 4, 27, 5, 45, 51, tzinfo=UTC))),
        ({"timezone": "CST"}, When(date(2026, 4, 27))),
        ({"timezone": "Europe/Nowhere"}, When(date(2026, 4, 27))),
        ({"timezone": ""}, When(date(2026, 4, 27))),
        ({"time": ""}, When(date(2026, 4, 27))),
        ({"time": "25:00:00"}, When(date(2026, 4, 27))),
    ],
)
def test_a_time_counts_only_with_a_zone_that_is_known_for_sure(changes: dict[str, str], when: When) -> None:
    assert read(payment(**changes)).orders[0].events == (Event("paid", when),)


@pytest.mark.parametrize(
    "name", ["Europe", "America", "../etc/passwd", "Etc/", "posix/Europe", "Europe/Berlin\0", "UTC+15"]
)
def test_what_is_no_zone_is_none(name: str) -> None:
    assert zone_of(name) is None


def test_the_offset_is_the_one_of_that_day() -> None:
    summer, winter = (when_of(date(2026, month, 1), "12:00", "Europe/Berlin").at for month in (7, 1))
    assert [str(moment) for moment in (summer, winter)] == ["2026-07-01 12:00:00+02:00", "2026-01-01 12:00:00+01:00"]


def test_days_in_digits_are_decided_by_the_whole_file_or_by_the_buyer() -> None:
    open_day = payment(date="2/1/2026")
    other = payment(name="Corner Bakery", date="15/1/2026", transactionid="T9")
    assert read(open_day, other).orders[0].events[0].when.at == datetime(2026, 1, 2, 7, 45, 51, tzinfo=PACIFIC)
    alone = read(open_day)
    assert alone.orders == (
        Order(NUMBER, None, "Desk lamp", total=usd("26.70"), payment="paypal", events=(Event("paid", UNKNOWN),)),
    )
    assert [(problem.field, "--date-order" in problem.why) for problem in alone.problems] == [("Date", True)]


def test_a_payment_of_an_unknown_order_on_an_unknown_day_is_only_a_problem() -> None:
    found = read(payment(date="soon", invoicenumber=""))
    assert (found.orders, [problem.field for problem in found.problems]) == ((), ["Date"])


def test_a_day_after_the_file_is_no_day() -> None:
    found = read(payment(date="27/04/2027"))
    assert [problem.why for problem in found.problems] == ["'27/04/2027' is later than the file itself"]


@pytest.mark.parametrize("changes", [{"gross": "a lot"}, {"currency": "shells"}, {"currency": ""}])
def test_a_payment_whose_amount_cannot_be_read_is_a_problem(changes: dict[str, str]) -> None:
    found = read(payment(**changes), payment(transactionid="T2"))
    assert (found.orders, [(problem.line, problem.field) for problem in found.problems]) == ((ORDER,), [(2, "Gross")])


def test_amounts_are_spelled_as_the_account_spells_them() -> None:
    found = read(
        payment(gross="-1.234", currency="EUR"), payment(name="Corner Bakery", gross="-4.626,81", currency="EUR")
    )
    assert found.orders[0].total == Money(Decimal(1234), "EUR")


# The file


ENGLISH_STATEMENT = (
    '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID",'
    '"From Email Address","Name","Bank Name","Bank Account","Shipping and Handling Amount","Sales Tax","Invoice ID",'
    '"Reference Txn ID"'
)
GERMAN = (
    "Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Absender E-Mail-Adresse,"
    "Empfänger E-Mail-Adresse,Transaktionscode,Zugehöriger Transaktionscode,Rechnungsnummer,Guthaben,Betreff,Hinweis,"
    "Auswirkung auf Guthaben"
)
GERMAN_STATEMENT = (
    "Datum,Uhrzeit,Zeitzone,Beschreibung,Währung,Brutto,Entgelt,Netto,Guthaben,Transaktionscode,"
    "Absender E-Mail-Adresse,Name,Name der Bank,Bankkonto,Versand- und Bearbeitungsgebühr,Umsatzsteuer,Rechnungsnummer,"
    "Zugehöriger Transaktionscode"
)
SPANISH = (
    "Fecha,Hora,Zona horaria,Nombre,Tipo,Estado,Divisa,Bruto,Comisión,Neto,Id. de transacción,"
    "Id. de referencia de la transacción,N.° de formato de pago,Asunto,Repercusiones en el saldo"
)
SPANISH_STATEMENT = (
    "Fecha\tHora\tZona horaria\tDescripción\tDivisa\tBruto \tComisión \tNeto\tSaldo\tId. de transacción\t"
    "Correo electrónico del remitente\tNombre\tId. de factura\tId. de referencia de trans."
)
FRENCH = (
    "Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,Net,Numéro de transaction,"
    "Numéro de la transaction de référence,Numéro de facture,Objet,Impact sur le solde"
)
ITALIAN = (
    "Data,Orario,Fuso orario,Nome,Tipo,Stato,Valuta,Lordo,Tariffa,Netto,Codice transazione,"
    "Codice transazione di riferimento,N° ordine commerciante,Oggetto,Impatto sul saldo"
)
DUTCH = (
    "Datum,Tijd,Tijdzone,Naam,Type,Status,Valuta,Bruto,Kosten,Net,Transactiereferentie,Reference Txn ID,"
    "Factuurnummer,Onderwerp,Effect op saldo"
)
POLISH = (
    "Data;Godzina;Strefa czasowa;Nazwa;Typ;Status;Waluta;Brutto;Opłata;Netto;Numer transakcji;"
    "Pomocniczy numer transakcji;Numer faktury;Temat;Wpływ na saldo"
)
VALUES = (
    ("27.04.2026", "Datum", "Date", "Fecha", "Data"),
    ("07:45:51", "Uhrzeit", "Time", "Hora", "Heure", "Orario", "Tijd", "Godzina"),
    (
        "Europe/Paris",
        "Zeitzone",
        "Time Zone",
        "Zona horaria",
        "Fuseau horaire",
        "Fuso orario",
        "Tijdzone",
        "Strefa czasowa",
    ),
    ("Alipay Singapore", "Name", "Nombre", "Nom", "Nome", "Naam", "Nazwa"),
    ("EUR", "Währung", "Currency", "Divisa", "Devise", "Valuta", "Waluta"),
    ("-1.026,70", "Brutto", "Gross", "Bruto", "Avant commission", "Lordo"),
    ("T1", "Transaktionscode", "Transaction ID", "Id. de transacción", "Numéro de transaction", "Codice transazione"),
    (NUMBER, "Rechnungsnummer", "Invoice ID", "N.° de formato de pago", "Id. de factura", "Numéro de facture"),
    (NUMBER, "N° ordine commerciante", "Factuurnummer", "Numer faktury"),
)


@pytest.mark.parametrize(
    "header, delimiter",
    [
        *((header, ",") for header in (ENGLISH_STATEMENT, GERMAN, GERMAN_STATEMENT, SPANISH, FRENCH, ITALIAN, DUTCH)),
        (SPANISH_STATEMENT, "\t"),
        (POLISH, ";"),
    ],
)
def test_the_columns_may_be_named_in_another_language(header: str, delimiter: str) -> None:
    values = {name: value for value, *names in VALUES for name in names}
    cells = [values.get(name.strip(' "'), "") for name in header.split(delimiter)]
    text = f"{header}\r\n" + delimiter.join(f'"{cell}"' for cell in cells)
    assert PayPal().claims(file(text))
    paid = Event("paid", When(at=datetime(2026, 4, 27, 5, 45, 51, tzinfo=UTC)))
    total = Money(Decimal("1026.70"), "EUR")
    assert gather(PayPal().read(file(text), TERMS)) == Reading(
        (Order(number=NUMBER, total=total, payment="paypal", events=(paid,)),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Order Id,Order date,Currency\n1,2,3\n",
        "Date,Name,Currency,Gross\n1,2,3,4\n",
        "{}",
        "<html>",
        "\0" * 100,
        "",
    ],
)
def test_other_files_are_not_claimed_and_refused_when_forced(text: str) -> None:
    assert PayPal().claims(file(text)) is False
    with pytest.raises(FileRefused):
        list(PayPal().read(file(text), TERMS))


def test_a_file_in_another_encoding_is_read_when_it_is_named() -> None:
    text = f"{GERMAN}\r\n".replace("Datum", '"Datum"') + "27.04.2026,,,Alipay Singapore,,,EUR,-5,,,,,T1,,,,,,\r\n"
    content = file(text.encode("cp1252"))
    orders = gather(PayPal().read(content, TERMS._replace(encoding="cp1252"))).orders
    assert orders == (
        Order(total=Money(Decimal(5), "EUR"), payment="paypal", events=(Event("paid", When(date(2026, 4, 27))),)),
    )


def test_what_came_before_damage_stays() -> None:
    content = table(payment(), refund()).encode() + b"\xff\xfe\n"
    entries = PayPal().read(file(content), TERMS)
    assert next(entries) == Told(REFUNDED, 2)
    with pytest.raises(FileRefused):
        list(entries)


def test_a_long_chain_of_references_ends() -> None:
    rows = [payment(transactionid=f"T{n}", referencetxnid=f"T{n + 1}") for n in range(2000)]
    circle = [payment(transactionid="A", referencetxnid="B"), payment(transactionid="B", referencetxnid="A")]
    assert len(read(*rows, *circle).problems) == 0


cells = st.text(max_size=12) | st.sampled_from(
    [
        *("", "T1", "T2", "-26.70", "26,70", "1.234", "USD", "EUR", "Memo", "Pending", "Reversed", NUMBER, "3.04E+15"),
        *(
            "PDT",
            "Alipay",
            "31/12/2026",
            "1/2/2026",
            "9" * 300,
            "\0",
            "=1+1",
            "Europe/Berlin",
            "\u0662\u0666",
            "\u2028",
        ),
    ]
)


@given(st.lists(st.tuples(st.booleans(), st.dictionaries(st.sampled_from(HEADER), cells, max_size=4)), max_size=6))
def test_whatever_stands_in_the_rows_it_is_told_or_refused_in_words(changes: list[tuple[bool, Cells]]) -> None:
    check(
        table(*({**(payment() if paid else refund()), **changed} for paid, changed in changes)).encode(
            "utf-8", "replace"
        )
    )


@given(st.data())
def test_whatever_is_done_to_the_file_it_is_read_or_refused_in_words(data: st.DataObject) -> None:
    content = table(payment(), refund(), at_once()).encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 40)) | st.just(len(content)))
        content = (
            content[:start]
            + data.draw(st.binary(max_size=6) | st.sampled_from([b'"', b"\r\n", b",", b";"]))
            + content[end:]
        )
    check(content)


def check(content: bytes) -> None:
    """What comes of the file can be stored and shown."""
    assert PayPal().claims(file(content)) in (True, False)
    refused, entries = "", []
    try:
        entries = list(PayPal().read(file(content), TERMS))
    except FileRefused as error:
        refused = error.message
    assert not refused or (refused.startswith(FILE) and len(refused) < 400)
    for entry in entries:
        repr(entry).encode()
        assert isinstance(entry, (Told, Remark)) or 0 < len(entry.why) < 300
        assert not isinstance(entry, Told) or all(
            event.amount is None or event.amount.amount > 0 for event in entry.order.events
        )
