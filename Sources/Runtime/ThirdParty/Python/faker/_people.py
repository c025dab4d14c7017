"""Names, addresses, companies, jobs and telephone numbers."""
from faker._data import CATCH, COUNTRIES, JOBS


class People:
    def first_name_female(self):
        return self.random.choice(self._data["female"])

    def first_name_male(self):
        return self.random.choice(self._data["male"])

    def first_name(self):
        return self.first_name_female() if self.random.randint(0, 1) else self.first_name_male()

    first_name_nonbinary = first_name

    def last_name(self):
        return self.random.choice(self._data["last"])

    last_name_female = last_name_male = last_name_nonbinary = last_name

    def prefix_female(self):
        return self.random.choice(self._data["prefix_female"])

    def prefix_male(self):
        return self.random.choice(self._data["prefix_male"])

    def prefix(self):
        return self.prefix_female() if self.random.randint(0, 1) else self.prefix_male()

    prefix_nonbinary = prefix

    def suffix(self):
        return self.random.choice(self._data["suffix"]) if self._data["suffix"] else ""

    suffix_female = suffix_male = suffix_nonbinary = suffix

    def _full(self, first, prefix):
        name = "%s %s" % (first(), self.last_name())
        draw = self.random.random()
        if draw < 0.03:
            return "%s %s" % (prefix(), name)
        if draw < 0.05 and self._data["suffix"]:
            return "%s %s" % (name, self.suffix())
        return name

    def name_female(self):
        return self._full(self.first_name_female, self.prefix_female)

    def name_male(self):
        return self._full(self.first_name_male, self.prefix_male)

    def name(self):
        return self.name_female() if self.random.randint(0, 1) else self.name_male()

    name_nonbinary = name

    def phone_number(self):
        text = self.random.choice(self._data["phone"])
        head, _, rest = text.partition("#")
        # A number's first free digit isn't 0.
        return head + str(self.random_digit_above_two()) + self.numerify(rest)

    def basic_phone_number(self):
        return self.numerify("###-###-####")

    def msisdn(self):
        return self.numerify("%############")

    def country_calling_code(self):
        return "+" + str(self.random_int(1, 999))

    # Places

    def city_prefix(self):
        return self.random.choice(self._data.get("city_prefix") or ["Saint"])

    def city_suffix(self):
        return self.random.choice(self._data.get("city_ending") or [""]).strip()

    def city(self):
        if "cities" in self._data:
            return self.random.choice(self._data["cities"])
        pattern = self.random.choice(self._data["city"])
        return pattern.format(
            prefix=self.city_prefix(), first=self.first_name(), last=self.last_name(),
            ending=self.random.choice(self._data["city_ending"]))

    def street_suffix(self):
        return self.random.choice(self._data["street_suffix"])

    def street_name(self):
        pattern = self.random.choice(self._data["street"])
        text = pattern.format(
            first=self.first_name(), last=self.last_name(), suffix=self.street_suffix(),
            long=self.random.choice(self._data.get("street_long") or [""]))
        return text

    def building_number(self):
        text = self.random.choice(self._data["building"])
        return self.numerify("%" + text[1:])

    def secondary_address(self):
        return self.numerify(self.random.choice(self._data["secondary"]))

    def street_address(self):
        text = self._data["street_address"].format(building=self.building_number(), street=self.street_name())
        return text

    def postcode(self):
        text = self.random.choice(self._data["postcode"])
        return self.lexify(self.numerify(text), "ABDEFGHJLNPQRSTUWXYZ")

    zipcode = postalcode = postcode

    def zipcode_plus4(self):
        return self.numerify("#####-####")

    def state(self):
        return self.random.choice(self._data["states"])[0]

    administrative_unit = region = province = county = state

    def state_abbr(self, include_territories=True, include_freely_associated_states=True):
        return self.random.choice(self._data["states"])[1]

    def address(self):
        return self._data["address"].format(
            street_address=self.street_address(), city=self.city(), state_abbr=self.state_abbr(),
            state=self.state(), postcode=self.postcode())

    def country(self):
        return self.random.choice(COUNTRIES)[0]

    def country_code(self, representation="alpha-2"):
        if representation != "alpha-2":
            raise ValueError("`representation` must be 'alpha-2' here: codes of three letters are not there")
        return self.random.choice(COUNTRIES)[1]

    def current_country(self):
        return self._data["country"][0]

    def current_country_code(self):
        return self._data["country"][1]

    def latitude(self):
        return self._coordinate(90)

    def longitude(self):
        return self._coordinate(180)

    def _coordinate(self, limit):
        from decimal import Decimal

        number = self.random.randint(-limit * 10 ** 6 * 5 + 1, limit * 10 ** 6 * 5 - 1) * 2
        return (Decimal(number) / Decimal(10 ** 7)).quantize(Decimal("0.0000001"))

    def coordinate(self, center=None, radius=0.001):
        from decimal import Decimal

        if center is None:
            return self._coordinate(180)
        center = float(center)
        return Decimal(str(round(self.random.uniform(center - radius, center + radius), 6)))

    def latlng(self):
        return (self.latitude(), self.longitude())

    # Companies and jobs

    def company_suffix(self):
        return self.random.choice(self._data["company_suffix"])

    def company(self):
        kind = self.random.randint(0, 2)
        if kind == 0:
            return "%s %s" % (self.last_name(), self.company_suffix())
        if kind == 1:
            return "%s-%s" % (self.last_name(), self.last_name())
        return "%s, %s and %s" % (self.last_name(), self.last_name(), self.last_name())

    def catch_phrase(self):
        words = [self.random.choice(part) for part in CATCH]
        return " ".join(words)

    def bs(self):
        verb = self.random.choice("""aggregate build deliver deploy drive embrace empower enable engage enhance evolve
expedite exploit facilitate generate grow harness implement incubate innovate integrate iterate leverage matrix maximize
mesh monetize optimize orchestrate productize re-engineer redefine reinvent scale seize strategize streamline synergize
synthesize target transform transition unleash utilize visualize whiteboard""".split())
        return "%s %s %s" % (verb, self.random.choice(CATCH[1]), self.random.choice(CATCH[2]))

    def job(self):
        return self.random.choice(JOBS)

    job_female = job_male = job

    def ssn(self, taxpayer_identification_number_type="SSN"):
        area = self.random.choice([number for number in range(1, 900) if number != 666])
        return "%03d-%02d-%04d" % (area, self.random.randint(1, 99), self.random.randint(1, 9999))

    def license_plate(self):
        return self.bothify("???-####", "ABCDEFGHJKLMNPRSTUVWXYZ")

    def language_name(self):
        return self.random.choice("""Arabic Bengali Catalan Chinese Czech Danish Dutch English Finnish French German Greek
Hebrew Hindi Hungarian Icelandic Irish Italian Japanese Korean Latvian Malay Norwegian Polish Portuguese Romanian Russian
Slovak Spanish Swahili Swedish Tamil Thai Turkish Ukrainian Urdu Vietnamese Welsh Zulu""".split())
