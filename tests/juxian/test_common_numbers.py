"""Identity numbers, credit codes and phones as people and spreadsheets write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juxian.common import credit_code, identity_number, masking, phone

SAMPLE = "11010519491231002X"


def test_the_sample_of_the_standard_is_valid_and_tells_birth_date_and_sex():
    read = identity_number.parse(SAMPLE)
    assert read == identity_number.IdentityNumber(SAMPLE, None, date(1949, 12, 31), "female")


@pytest.mark.parametrize(
    "written",
    [
        "１１０１０５１９４９１２３１００２ｘ",
        " 110105 19491231 002x ",
        "\u200b110105\u300019491231002X\xa0",
        SAMPLE.lower(),
    ],
)
def test_a_number_written_with_full_width_signs_or_blanks_is_taken_as_meant(written):
    assert identity_number.parse(written).number == SAMPLE


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (None, "id_missing"),
        ("  ", "id_missing"),
        (5.00113197106070e17, "id_as_number_lost_digits"),
        (500113197106070012, "id_as_number_lost_digits"),
        ("5.00113E+17", "id_as_number_lost_digits"),
        ("110105491231002", "id_length"),
        (110105491231002.0, "id_length"),
        ("1101051949123100XX", "id_characters"),
        ("110105194902300027", "id_birth_date"),
        ("110105194912310021", "id_checksum"),
    ],
)
def test_a_wrong_number_names_its_fault_in_both_languages(value, fault):
    read = identity_number.parse(value)
    assert (read.fault, read.valid) == (fault, False)
    assert read.reason.zh
    assert read.reason.en


def test_a_withdrawn_or_unknown_area_prefix_is_no_ground_for_refusal():
    for area in ("513621", "000000", "999999"):
        assert identity_number.parse(identity_number.compose(area=area, birth_date=date(1970, 1, 1), order=1)).valid


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999), st.integers(0, 999_999))
def test_a_composed_number_reads_back_and_any_single_wrong_digit_is_noticed(birth, order, area):
    number = identity_number.compose(area=f"{area:06d}", birth_date=birth, order=order)
    read = identity_number.parse(number)
    assert (read.valid, read.birth_date, read.sex) == (True, birth, "male" if order % 2 else "female")
    wrong = str((int(number[0]) + 1) % 10) + number[1:]
    assert identity_number.parse(wrong).fault == "id_checksum"


def test_what_a_person_states_is_held_against_the_number_only_where_both_are_known():
    read = identity_number.parse(SAMPLE)
    assert [read.contradicts_sex(sex) for sex in ("female", "male", None)] == [False, True, False]
    assert [read.contradicts_birth_date(day) for day in (date(1949, 12, 31), date(1950, 1, 1), None)] == [
        False,
        True,
        False,
    ]
    assert not identity_number.parse("").contradicts_sex("male")


def test_credit_codes_are_checked_after_gb_32100():
    assert credit_code.parse("91350100M000100Y43").valid
    assert credit_code.parse(" ９１３５０１００m000100y43 ").code == "91350100M000100Y43"
    assert [credit_code.parse(value).fault for value in ("", "9135", "91350100I000100Y43", "91350100M000100Y44")] == [
        "credit_code_missing",
        "credit_code_length",
        "credit_code_characters",
        "credit_code_checksum",
    ]


@given(st.integers(0, 99_999_999), st.integers(0, 999_999))
def test_a_composed_credit_code_is_valid(body, area):
    assert credit_code.parse(
        credit_code.compose(department="1", kind="2", area=f"{area:06d}", body=f"{body:08d}")
    ).valid


@pytest.mark.parametrize(
    "written",
    [
        15502172033.0,
        15502172033,
        "15502172033.0",
        "１５５０２１７２０３３",
        "+86 155-0217-2033",
        "008615502172033",
        "8615502172033",
    ],
)
def test_a_phone_is_read_from_numbers_full_width_digits_and_country_codes(written):
    assert phone.parse(written) == phone.Phone("15502172033")


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (None, "phone_missing"),
        ("130310041", "phone_short"),
        ("155021720331", "phone_long"),
        ("1550217203A", "phone_characters"),
        ("12502172033", "phone_not_mobile"),
        ("023-65432100", "phone_not_mobile"),
    ],
)
def test_a_wrong_phone_names_its_fault(value, fault):
    assert phone.parse(value).fault == fault


def test_masks_never_show_the_birth_date_or_the_order_code():
    assert masking.identity_number(SAMPLE) == "110**************X"
    assert masking.identity_number("1234") == "****"
    assert masking.phone("13812345678") == "138******78"
    assert masking.phone("123456") == "****56"
    assert (masking.name("欧阳修"), masking.name("张"), masking.name("")) == ("欧**", "*", "")
    assert (masking.mail("zhang@example.org"), masking.mail("nobody")) == ("z***@example.org", "******")
    assert (masking.text("某路1号"), masking.text("")) == ("********", "")


@given(st.dates(date(1930, 1, 1), date(2008, 1, 1)), st.integers(0, 999))
def test_two_people_of_one_area_and_check_digit_look_the_same_when_masked(birth, order):
    number = identity_number.compose(area="419900", birth_date=birth, order=order)
    assert masking.identity_number(number) == f"419**************{number[-1]}"
