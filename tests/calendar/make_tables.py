"""Makes the two tables that the calendar is tested against, from sources that share no code with it.

    pip install holidays==0.109 numpy python-dateutil
    python tests/calendar/make_tables.py

Holidays come from the `holidays` package, working days from numpy, months and years from dateutil.
"""

from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import holidays
import numpy as np
from dateutil.relativedelta import relativedelta

YEARS = range(2000, 2061)
HERE = Path(__file__).parent
VERSIONS = ", ".join(f"{name} {version(name)}" for name in ("holidays", "numpy", "python-dateutil"))


def dutch(category, years):
    return holidays.NL(years=years, categories=category, language="nl")


def holiday_lines():
    yield f"# Made by make_tables.py with {VERSIONS}"
    yield "# NL, language nl. public: with Good Friday, and Liberation Day in lustrum years; optional: Liberation Day every year"
    yield "# date\tcategory\tname (two on one day: separated by '; ')"
    rows = [
        (day, category, name)
        for category in ("public", "optional")
        for day, name in dutch(category, YEARS).items()
    ]
    for day, category, name in sorted(rows):
        yield f"{day}\t{category}\t{name}"


def days_off():
    """Public holidays as a register has them by default: no day off on Good Friday, Liberation Day in lustrum years."""
    years = range(YEARS.start, YEARS.stop + 3)
    return [day for day, name in dutch("public", years).items() if name != "Goede vrijdag"]


def starts(year):
    """Days just before holidays, a month's end, and days that drift through the week and the year."""
    april, may, december = date(year, 4, 24), date(year, 5, 3), date(year, 12, 21)
    return sorted({
        date(year, 1, 31),
        holidays.NL(years=year, language="nl").get_named("Eerste paasdag")[0] - timedelta(days=3),
        april + timedelta(days=year % 5),
        may + timedelta(days=year % 3),
        date(year, 6, 30),
        date(year, 8, 1) + timedelta(days=year * 17 % 90),
        date(year, 11, 30),
        december + timedelta(days=year % 11),
    })


def working_days_after(start, count, off):
    # A start on a day off is first moved back, so that the next working day is the first that counts.
    return np.busday_offset(start, count, roll="backward", holidays=off).item()


def working_days_between(start, end, off):
    one = timedelta(days=1)
    return int(np.busday_count(start + one, end + one, holidays=off))


def rolled(day, off):
    return np.busday_offset(day, 0, roll="forward", holidays=off).item()


def term_lines():
    off = days_off()
    yield f"# Made by make_tables.py with {VERSIONS}"
    yield "# Liberation Day in lustrum years, no Good Friday, no extra days off. `rolled`: moved to the next working day"
    yield "\t".join((
        "# start", "2 werkdagen", "10 werkdagen", "2 weken", "4 weken after 2 weken", "2 weken rolled",
        "3 maanden", "2 jaar", "working days from start to 2 jaar",
    ))
    for start in (start for year in YEARS for start in starts(year)):
        two_weeks = start + timedelta(weeks=2)
        two_years = start + relativedelta(years=2)
        yield "\t".join(str(value) for value in (
            start,
            working_days_after(start, 2, off),
            working_days_after(start, 10, off),
            two_weeks,
            two_weeks + timedelta(weeks=4),
            rolled(two_weeks, off),
            start + relativedelta(months=3),
            two_years,
            working_days_between(start, two_years, off),
        ))


def main():
    for name, lines in (("holidays", holiday_lines()), ("terms", term_lines())):
        path = HERE / f"{name}-{YEARS.start}-{YEARS.stop - 1}.tsv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
