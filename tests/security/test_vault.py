"""Personal data at rest: sealed, bound to person and place, shut until opened, gone when the key is gone."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.test import override_settings

from juxian.identity.models import Account
from juxian.vault import ciphers
from juxian.vault import services as vault
from juxian.vault.fields import Sealed

pytestmark = pytest.mark.django_db
NUMBER = "11010519491231002X"


def _account(**fields: Any) -> Account:
    account = Account(username=f"u{uuid4().hex[:12]}", real_name="王五", **fields)
    account.save()
    return Account.objects.get(pk=account.pk)


def test_the_table_holds_no_plain_text() -> None:
    account = _account(identity_number=NUMBER)
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_number FROM identity_account WHERE id = %s", [account.pk])
        raw = bytes(cursor.fetchone()[0])
    assert NUMBER.encode() not in raw


def test_a_read_gives_a_shut_value() -> None:
    account = _account(identity_number=NUMBER)
    assert isinstance(account.identity_number, Sealed)
    assert NUMBER not in f"{account.identity_number} {account.identity_number!r}"
    assert vault.open_value(account.identity_number) == NUMBER


@pytest.mark.parametrize("cipher", ["AES-256-GCM", "SM4-GCM"])
def test_both_ciphers_open_what_they_sealed_whatever_the_setting_is_later(cipher: str) -> None:
    with override_settings(VAULT_CIPHER=cipher):
        account = _account(identity_number=NUMBER)
    assert vault.open_value(account.identity_number) == NUMBER


def test_a_value_copied_to_another_column_does_not_open() -> None:
    account = _account(identity_number=NUMBER)
    with pytest.raises(ciphers.Unsealable):
        vault.open_value(Sealed(account.identity_number.raw, "identity.account.phone"))


def test_a_changed_byte_does_not_open() -> None:
    account = _account(identity_number=NUMBER)
    raw = bytearray(account.identity_number.raw)
    raw[-1] ^= 1
    with pytest.raises(ciphers.Unsealable):
        vault.open_value(Sealed(bytes(raw), account.identity_number.bound_to))


def test_after_erasure_nothing_can_be_read_again() -> None:
    account = _account(identity_number=NUMBER)
    assert vault.erase(account.pk)
    assert vault.open_value(account.identity_number) == vault.ERASED


def test_many_values_are_opened_with_one_query(django_assert_num_queries: Any) -> None:
    accounts = [_account(identity_number=NUMBER) for _ in range(5)]
    with django_assert_num_queries(1):
        assert vault.open_many(a.identity_number for a in accounts) == [NUMBER] * 5


def test_a_bulk_write_makes_its_keys_in_few_statements(django_assert_max_num_queries: Any) -> None:
    accounts = [Account(username=f"b{n}{uuid4().hex[:8]}", real_name="甲", phone="13800000000") for n in range(50)]
    with django_assert_max_num_queries(5), vault.prepared(a.id for a in accounts):
        Account.objects.bulk_create(accounts)


def test_plain_text_never_reaches_a_filter() -> None:
    with pytest.raises(FieldError):
        Account.objects.filter(phone="13800000000").exists()


def test_the_index_differs_by_schema_and_purpose(agencies: dict[str, Any], at: Any) -> None:
    here = vault.blind_index("identity", NUMBER)
    with at(agencies["occupational"]):
        there = vault.blind_index("identity", NUMBER)
    assert len({here, there, vault.blind_index("phone", NUMBER)}) == 3
    assert here == vault.blind_index("identity", NUMBER.lower())
