"""Addresses of the network, user agents, files, cards and banks."""
import string
import unicodedata

_FREE = ["gmail.com", "yahoo.com", "hotmail.com"]
_SAFE = ["example.com", "example.org", "example.net"]
_CARDS = {
    "visa": ("VISA 16 digit", ["4"], 16, "CVC"), "visa16": ("VISA 16 digit", ["4"], 16, "CVC"),
    "visa13": ("VISA 13 digit", ["4"], 13, "CVC"), "visa19": ("VISA 19 digit", ["4"], 19, "CVC"),
    "mastercard": ("Mastercard", ["51", "52", "53", "54", "55", "2221", "2350", "2500", "2699", "2720"], 16, "CVV"),
    "amex": ("American Express", ["34", "37"], 15, "CID"), "discover": ("Discover", ["6011", "65"], 16, "CVC"),
    "diners": ("Diners Club / Carte Blanche", ["300", "301", "304", "305", "36", "38"], 14, "CVC"),
    "jcb": ("JCB 16 digit", ["3528", "3529", "353", "354", "355", "356", "357", "358"], 16, "CVC"),
    "jcb16": ("JCB 16 digit", ["3528", "3529", "353", "354", "355", "356", "357", "358"], 16, "CVC"),
    "jcb15": ("JCB 15 digit", ["2131", "1800"], 15, "CVC"),
    "maestro": ("Maestro", ["5018", "5020", "5038", "5893", "6304", "6759", "6761", "6762", "6763"], 12, "CVV"),
}
_KINDS = ["visa16", "visa19", "mastercard", "amex", "discover", "diners", "jcb16", "jcb15", "maestro"]
_FILES = {
    "audio": ["flac", "mp3", "wav"], "image": ["bmp", "gif", "jpeg", "jpg", "png", "tiff"],
    "office": ["doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "pdf"],
    "text": ["css", "csv", "html", "js", "json", "txt"], "video": ["mp4", "avi", "mov", "webm"],
}
_TYPES = {
    "application": ["application/json", "application/pdf", "application/xml", "application/zip",
                    "application/octet-stream", "application/javascript"],
    "audio": ["audio/mpeg", "audio/ogg", "audio/mp4"],
    "image": ["image/gif", "image/jpeg", "image/png", "image/svg+xml"],
    "text": ["text/css", "text/csv", "text/html", "text/plain", "text/xml"],
    "video": ["video/mpeg", "video/mp4", "video/webm"],
}


def plain(text):
    """A text as it may stand in an address: lower-case letters and digits of ASCII."""
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.lower().replace(umlaut, letters)
    return "".join(char for char in unicodedata.normalize("NFD", text) if char in string.ascii_lowercase + string.digits)


class Internet:
    def user_name(self):
        first, last = plain(self.first_name()), plain(self.last_name())
        kind = self.random.randint(0, 3)
        if kind == 0:
            return "%s%s" % (first[:1], last)
        if kind == 1:
            return first + self.numerify("##")
        if kind == 2:
            return "%s.%s" % (last, first) if self.random.randint(0, 1) else "%s%s" % (last, first)
        return last + self.numerify("##")

    def domain_word(self):
        return plain(self.company().split(" ")[0].split(",")[0].replace("-", "")) or "domain"

    def tld(self):
        return self.random.choice(self._data["tlds"])

    def domain_name(self, levels=1):
        if levels < 1:
            raise ValueError("levels must be greater than or equal to 1")
        words = [self.domain_word() for _ in range(levels)]
        return ".".join(words + [self.tld()])

    def hostname(self, levels=1):
        prefix = self.random.choice(["db", "srv", "desktop", "laptop", "lt", "email", "web"])
        name = "%s-%s" % (prefix, self.numerify("##"))
        return name if levels < 1 else "%s.%s" % (name, self.domain_name(levels))

    def free_email_domain(self):
        return self.random.choice(_FREE)

    def safe_domain_name(self):
        return self.random.choice(_SAFE)

    def safe_email(self):
        return "%s@%s" % (self.user_name(), self.safe_domain_name())

    def free_email(self):
        return "%s@%s" % (self.user_name(), self.free_email_domain())

    def company_email(self):
        return "%s@%s" % (self.user_name(), self.domain_name())

    def ascii_email(self):
        return self.email(safe=False)

    ascii_safe_email = safe_email
    ascii_free_email = free_email
    ascii_company_email = company_email

    def email(self, safe=True, domain=None):
        if domain:
            return "%s@%s" % (self.user_name(), domain)
        if safe:
            return self.safe_email()
        return self.free_email() if self.random.randint(0, 1) else self.company_email()

    def uri_path(self, deep=None):
        words = "app blog category categories explore list main posts search tag tags wp-content".split()
        return "/".join(self.random.choice(words) for _ in range(deep or self.random.randint(1, 4)))

    def uri_page(self):
        return self.random.choice("about author category faq home homepage index login main post privacy register search".split())

    def uri_extension(self):
        return self.random.choice([".html", ".htm", ".php", ".jsp", ".asp"])

    def url(self, schemes=None):
        if schemes is None:
            schemes = ["http", "https"]
        return "%s://www.%s/" % (self.random.choice(list(schemes)), self.domain_name())

    def uri(self, schemes=None, deep=None):
        return self.url(schemes) + "%s/%s%s" % (self.uri_path(deep), self.uri_page(), self.uri_extension())

    def slug(self, value=None):
        text = self.text(20) if value is None else value
        words = "".join(char if char.isalnum() or char in " -_" else "" for char in text).lower().split()
        return "-".join(words)

    def image_url(self, width=None, height=None, placeholder_url=None):
        width = self.random_int(max=1024) if width is None else width
        height = self.random_int(max=1024) if height is None else height
        if placeholder_url is None:
            placeholder_url = self.random.choice([
                "https://picsum.photos/{width}/{height}", "https://dummyimage.com/{width}x{height}",
                "https://placekitten.com/{width}/{height}"])
        return placeholder_url.format(width=width, height=height)

    def ipv4(self, network=False, address_class=None, private=None):
        low, high = {"a": (1, 126), "b": (128, 191), "c": (192, 223)}.get(address_class, (1, 223))
        while True:
            parts = [self.random.randint(low, high)] + [self.random.randint(0, 255) for _ in range(3)]
            is_private = (
                parts[0] in (10, 127) or parts[0] == 172 and 16 <= parts[1] < 32
                or parts[0] == 192 and parts[1] == 168 or parts[0] == 169 and parts[1] == 254)
            if private and not is_private:
                parts = self.random.choice([[10, parts[1]], [172, 16 + parts[1] % 16], [192, 168]]) + parts[2:]
            elif private is False and is_private:
                continue
            text = ".".join(str(part) for part in parts)
            return text + "/%d" % self.random.randint(8, 32) if network else text

    def ipv4_private(self, network=False, address_class=None):
        return self.ipv4(network, None, True)

    def ipv4_public(self, network=False, address_class=None):
        return self.ipv4(network, address_class, False)

    def ipv4_network_class(self):
        return self.random.choice("abc")

    def ipv6(self, network=False):
        groups = ["%x" % self.random.randint(1, 0xFFFF) for _ in range(8)]
        return ":".join(groups) + ("/%d" % self.random.randint(0, 128) if network else "")

    def mac_address(self, multicast=False):
        parts = [self.random.randint(0, 255) for _ in range(6)]
        parts[0] = parts[0] | 1 if multicast else parts[0] & 0xFE
        return ":".join("%02x" % part for part in parts)

    def port_number(self, is_system=False, is_user=False, is_dynamic=False):
        low, high = (0, 1023) if is_system else (1024, 49151) if is_user else (49152, 65535) if is_dynamic else (0, 65535)
        return self.random.randint(low, high)

    def http_method(self):
        return self.random.choice(["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"])

    def http_status_code(self, include_unassigned=True):
        if include_unassigned:
            return self.random.randint(100, 599)
        return self.random.choice([200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 409, 418, 429, 500, 502, 503])

    # User agents

    def chrome(self, version_from=110, version_to=140, build_from=800, build_to=899):
        return "Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.%d.0 Safari/537.36" % (
            self._platform(), self.random.randint(version_from, version_to), self.random.randint(build_from, build_to))

    def firefox(self):
        version = self.random.randint(100, 145)
        return "Mozilla/5.0 (%s; rv:%d.0) Gecko/20100101 Firefox/%d.0" % (self._platform(), version, version)

    def safari(self):
        return "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_%d) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/%d.%d Safari/605.1.15" % (
            self.random.randint(1, 7), self.random.randint(13, 18), self.random.randint(0, 6))

    def opera(self):
        return self.chrome() + " OPR/%d.0.0.0" % self.random.randint(95, 120)

    def internet_explorer(self):
        return "Mozilla/5.0 (compatible; MSIE %d.0; Windows NT 6.%d; Trident/%d.0)" % (
            self.random.randint(8, 10), self.random.randint(0, 2), self.random.randint(4, 6))

    def _platform(self):
        return self.random.choice([self.windows_platform_token, self.mac_platform_token, self.linux_platform_token])()

    def windows_platform_token(self):
        return self.random.choice(["Windows NT 10.0; Win64; x64", "Windows NT 6.1; Win64; x64", "Windows NT 6.3"])

    def mac_platform_token(self):
        return "Macintosh; Intel Mac OS X 10_%d_%d" % (self.random.randint(12, 15), self.random.randint(0, 7))

    def linux_platform_token(self):
        return "X11; Linux %s" % self.random.choice(["x86_64", "i686", "aarch64"])

    def android_platform_token(self):
        return "Android %d" % self.random.randint(8, 15)

    def ios_platform_token(self):
        return "iPhone; CPU iPhone OS %d_%d like Mac OS X" % (self.random.randint(13, 18), self.random.randint(0, 6))

    def user_agent(self):
        return self.random.choice([self.chrome, self.firefox, self.safari, self.opera])()

    # Files

    def file_extension(self, category=None):
        return self.random.choice(_FILES[category or self.random.choice(sorted(_FILES))])

    def file_name(self, category=None, extension=None):
        return "%s.%s" % (self.word(), extension or self.file_extension(category))

    def file_path(self, depth=1, category=None, extension=None, absolute=True):
        folders = [self.word() for _ in range(depth)]
        return ("/" if absolute else "") + "/".join(folders + [self.file_name(category, extension)])

    def mime_type(self, category=None):
        return self.random.choice(_TYPES[category or self.random.choice(sorted(_TYPES))])

    # Cards and banks

    def _card(self, card_type):
        kind = card_type or self.random.choice(_KINDS)
        if kind not in _CARDS:
            raise KeyError(kind)
        return _CARDS[kind]

    def credit_card_number(self, card_type=None):
        _, prefixes, length, _ = self._card(card_type)
        digits = self.random.choice(prefixes)
        digits += "".join(str(self.random_digit()) for _ in range(length - len(digits) - 1))
        total = 0
        for place, char in enumerate(reversed(digits)):
            number = int(char) * (2 if place % 2 == 0 else 1)
            total += number - 9 if number > 9 else number
        return digits + str(-total % 10)

    def credit_card_provider(self, card_type=None):
        return self._card(card_type)[0]

    def credit_card_security_code(self, card_type=None):
        return self.numerify("####" if self._card(card_type)[0] == "American Express" else "###")

    def credit_card_expire(self, start="now", end="+10y", date_format="%m/%y"):
        return self.date_time_between(start, end).strftime(date_format)

    def credit_card_full(self, card_type=None):
        kind = card_type or self.random.choice(_KINDS)
        name, _, _, code = self._card(kind)
        return "%s\n%s\n%s %s\n%s: %s\n" % (
            name, self.first_name() + " " + self.last_name(), self.credit_card_number(kind), self.credit_card_expire(),
            code, self.credit_card_security_code(kind))

    def bank_country(self):
        return self._data["iban"][0]

    def bban(self):
        return self.bothify(self._data["iban"][1], string.ascii_uppercase)

    def iban(self):
        """An IBAN whose check digits are right (ISO 13616)."""
        country, bban = self._data["iban"][0], self.bban()
        number = "".join(str(int(char, 36)) for char in bban + country + "00")
        return "%s%02d%s" % (country, 98 - int(number) % 97, bban)

    def swift(self, length=None, primary=False, use_dataset=False):
        text = self.lexify("????", string.ascii_uppercase) + self.bank_country()
        text += "".join(self.random.choice(string.ascii_uppercase + string.digits) for _ in range(2))
        if (length or self.random.choice([8, 11])) == 11:
            text += "XXX" if primary else self.lexify("???", string.ascii_uppercase)
        return text

    def _ean(self, length):
        digits = [self.random_digit() for _ in range(length - 1)]
        total = sum(digit * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
        return "".join(map(str, digits)) + str(-total % 10)

    def ean(self, length=13, prefixes=()):
        return self._ean(length)

    def ean13(self, prefixes=(), leading_zero=None):
        return self._ean(13)

    def ean8(self, prefixes=()):
        return self._ean(8)

    def isbn13(self, separator="-"):
        digits = "978" + "".join(str(self.random_digit()) for _ in range(9))
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        digits += str(-total % 10)
        return separator.join([digits[:3], digits[3:4], digits[4:7], digits[7:12], digits[12:]])

    def isbn10(self, separator="-"):
        digits = [self.random_digit() for _ in range(9)]
        check = -sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11
        text = "".join(map(str, digits)) + ("X" if check == 10 else str(check))
        return separator.join([text[:1], text[1:4], text[4:9], text[9:]])
