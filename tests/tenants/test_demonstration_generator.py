"""The made-up people: the same for the same seed, valid by form, plain to see as made up, and plausible together."""

from collections import Counter
from datetime import date

import pytest

from juxian.common import credit_code, identity_number, phone
from rulebook import titles
from tenants.demonstration.generator import SEED, employers, people, plans

ON = date(2026, 11, 24)
PLANS = plans.all_plans()


@pytest.fixture(scope="module", params=PLANS, ids=lambda plan: plan.slug)
def pool(request):
    return request.param, people.made(request.param, request.param.size, seed=SEED, on=ON)


def test_there_are_seven_agencies_and_superiors_come_first():
    assert len(PLANS) == 7
    assert len({plan.policy for plan in PLANS}) == 6
    seen: set[str] = set()
    for plan in PLANS:
        assert plan.parent is None or plan.parent in seen
        seen.add(plan.slug)


def test_the_same_seed_makes_the_same_people_and_a_row_can_be_continued():
    plan = PLANS[0]
    whole = people.made(plan, 10, seed=SEED, on=ON)
    assert whole == [*people.made(plan, 6, seed=SEED, on=ON), *people.made(plan, 4, seed=SEED, on=ON, start=6)]
    assert whole != people.made(plan, 10, seed=SEED + 1, on=ON)


def test_every_number_is_valid_and_marked_as_made_up(pool):
    plan, found = pool
    for person in found:
        number = identity_number.parse(person.identity_number)
        assert (number.valid, number.birth_date, number.sex) == (True, person.birth_date, person.sex)
        assert number.number[2:4] == "99"
        assert phone.parse(person.phone).valid
        assert person.phone.startswith("154")
        assert person.mail.endswith("@example.org")
        assert credit_code.parse(person.employer.credit_code).valid
        assert person.employer.credit_code[4:6] == "99"
        assert titles.level(person.title) == person.title_level
    assert len({person.identity_number for person in found}) == len({person.phone for person in found}) == plan.size


def test_no_two_agencies_share_a_number():
    numbers = [one.identity_number for plan in PLANS for one in people.made(plan, plan.size, seed=SEED, on=ON)]
    codes = [unit.credit_code for plan in PLANS for unit in employers.made(plan, seed=SEED)]
    assert len(set(codes)) == len(codes)
    assert len(set(numbers)) == len(numbers)


def test_each_pool_is_large_enough_and_specialties_hold_about_ten(pool):
    _, found = pool
    assert len(found) >= 300
    sizes = Counter(person.specialty for person in found).values()
    assert min(sizes) >= 9
    assert sum(sizes) / len(sizes) < 25


def test_lives_fit_together(pool):
    _, found = pool
    for person in found:
        age = (ON - person.birth_date).days / 365.2425
        assert 30 <= age <= 75
        assert person.birth_date.year + 22 < person.field_since.year < person.title_since.year < ON.year
        assert person.groups
    women = sum(person.sex == "female" for person in found) / len(found)
    assert 0.35 <= women <= 0.5
    assert 0.02 <= sum(not person.fit for person in found) / len(found) <= 0.12
