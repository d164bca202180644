"""Email addresses and how Pydantic v1 keeps them, one JSON object per line.

    python email_corpus.py [SEED [COUNT]] > ../goldens/email.ndjson

Needs Python 3.11 (Unicode 14), pydantic 1.10.27, email-validator 2.4.0 and idna 3.20. The golden file is
seed 1 with 5,500 lines; other seeds and counts give more addresses. `kept` is null if the API rejects the address.
"""

import json
import random
import sys
import unicodedata

from pydantic.errors import EmailError
from pydantic.networks import validate_email

LOCALS = """
    a A a.b a..b .a a. jane.doe o'brien a+b !#$%&'*+-/=?^_`{|}~ a(b) a,b a;b a:b [a] a\\b a b "a" "a@b" "" a"b
    info INFO Sales WebMaster ABUSE xn--a _ - 1 é jose\u0301 josé \u0301a a\u0301 李四 ελλάς 😀 👨\u200d👩 ❤\ufe0f ½ a\xad
    a\u200b a\u200d a\u2060 a\ufeff a\x00 a\x7f a。b a．b ａ ａ＠ a\u037e a\u1fef \u212aa
    mar\u212aeting a<\u0338b a\u226e a>\u0338b =\u0338 \u0958 \u1f82 \u0344 \ue000 \U0001fae8 \U0001fabf ä.ö .ä ä. ä..ö ä\u20dd
""".split()
DOMAINS = """
    b.co B.Co b b. .b.co b..co -b.co b-.co b.-co b_c.co b/c.co ab--c.co a-b--c.co a---b.co 1.co b.1 b.c1 b.1c 10.0.0.1
    [10.0.0.1] [IPv6:::1] b@c.co b.co@ b.co> b!.co b.test b.TEST test b.local localhost b.localhost b.invalid b.onion b.arpa
    in-addr.arpa example b.example example.com b.internal b.lan b.home b.testing mytest arpa.co test.co
    bücher.de BÜCHER.DE bu\u0308cher.de 例え.jp 例え。jp b．co b｡co ｂ.ｃｏ ｂ．ｔｅｓｔ b.\u2460o faß.de FAẞ.de Σίσυφος.gr ς.gr
    b⒈co b\u2024co b\u2025co b\u2026co b\ufe52co \u33c2.co \u33c7.co b\ufe19co b\ufe30co \U0001f100.co ½.co \u2100.co \u1fef.co b\u037e.co
    b\xad.co b\u200b.co b\u200c.co b\u200d.co b\ufe0f.co b\u034f.co b\u180b.co \ufe0fb.co \u0301b.co b\u0301.co b.\u0301co b\u20dd.co
    😀.co ❤.co ❤\ufe0f.co ☃.net i❤.ws 〇.cn 々.jp ー.jp \u303c.jp \u1112\u1161\u11ab.kr 한.kr ـ.ir \u07fa.co \u302e.kr \u0f0b.cn \u06fd.pk
    क\u094dष.in क\u094d\u200dष.in क\u094d\u200cष.in नी\u200cल.in ن\u200cا.ir กำ.th ꙮ.ru ӏ.ru Ⅷ.co ª.co ǆ.co ŉ.co \u0958.in
    l·l.cat L·L.cat l·a.cat ·l.cat l·.cat \u0375α.gr \u0375b.gr α\u0375.gr \u0375\u0375α.gr א\u05f3.com \u05f3א.com א\u05f4ב.com b\u05f4.com
    カ・.jp ・.jp b・.jp ・あ.jp ・漢.jp ・・.jp \u0661.co ا\u0661.co ا\u06f1.co ا\u0661\u06f1.co b\u06f1.co \u0661\u06f1.co
    אב.com com.אב 1.אב.com אב.1.com אב1.com 1אב.com אבa.com aאב.com אב-.com א-ב.com א1\u0661.com א\u0661.com א\u05b0.com א.b1 א.b\u06f1
    عربي.com مثال.إختبار א.ع א.ü.co א.xn--tda.co xn--4dbc.com 1.xn--4dbc.com xn--4dbc.1.com a.xn--4dbc b-1.xn--4dbc
    xn--bcher-kva.de XN--BCHER-KVA.DE xn--Bcher-KVA.de xn--bücher.de xn--tda.xn--tda b.xn--p1ai b.xn--p1a1 xn--.co xn--a.co xn--abc.co
    xn---bbk.co xn--bbk.co xn---.co xn--b-.co xn--e28h.co xn--0.co xn--zzzzzz.co xn--99999999.co xn--fa-hia.de xn--ls8h.la xn--u-ccb.co
    xn--3xa.gr xn--1ch.co xn--maana-pta.com xn--nxasmm1c.com xn--a-ecp.ru axn--b.co xn-b.co xm--b.co xn--b--c-koa.co xn--1ug.co
    é--é.co éé--é.co -é.co é-.co é..co .é.co é. é b.é 1.é é.1 é.test é.TEST é.local é_.co é@.co é!.co é.10 \U0001e4d0.co \U00031350.co
""".split()
NAMES = ["", " ", "Jo", "Jo Doe", "J_1", "李四", "José", "Jose\u0301", "J.D.", '"Jo"', "Jo,", "½", "Ⅷ", "²", "Jo\t", "Jo\n", "Jo\xa0",
         "\u200d", "😀", "a@b.co", "Jo <", "Jo >", "क\u094d", "\x00", "Jo-Ann", "O'Neil", "\u0660", "\U00031350", "\u20dd", "ª", "\ufeffJo"]
CONTENTS = ["a@b.co", " a@b.co\t", "\u3000A@B.co", "", "a", "<a@b.co>", "a@b.co>", "a@\nb.co", "\na@b.co", "a@b.co\r", "info@É.co", "a b@c.co"]
TAILS = ["", " ", "   ", "\t", "\n", "\xa0", ">", "x", " <a@b.co>"]
SPACES = [*"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u180e\u2000\u2003\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\x00\x7f"]
CHUNKS = [*"aZ09.-_@<>\" \t+%'/!é", "xn--", "--", "..", ".co", ".test", "@b.co", "info", "é", "ß", "ς", "א", "ע", "ع", "\u0661", "\u06f1",
          "\u0301", "\u0327", "\u0338", "\u05b0", "\u093c", "क", "\u094d", "\u200c", "\u200d", "·", "l", "\u0375", "α", "\u05f3", "・", "あ", "漢", "한",
          "\u1112\u1161", "ｂ", "．", "。", "Å", "\u212b", "\u212a", "😀", "\ufe0f", "½", "㎏", "ﬁ", "İ", "ı", "ſ", "ẞ", "\xad", "\u2060", "\u0345", "Ω", "\U0001d44e"]


def by_category():
    """Returns all Unicode characters by general category, including unassigned ones but not surrogates."""
    groups = {}
    for c in map(chr, range(0x110000)):
        if not "\ud800" <= c <= "\udfff":
            groups.setdefault(unicodedata.category(c), []).append(c)
    return groups


def boundaries():
    """Generates addresses with lengths on both sides of every limit."""
    for n in (63, 64, 65, 66, 247, 248, 249, 250):
        yield from (f"{'a' * n}@b.co", f"a.{'b' * (n - 2)}@b.co", f"{'é' * n}@b.co", f"{'é' * (n // 2)}@b.co", f"a@{'b' * n}.co")
        yield from (f"{'a' * n}..b@c.co", f"{'a' * n}(@c.co", f'"{"a" * n}"@c.co', f"a@é.{'b' * n}.co", f"a@b.{'c' * n}")
    for n in range(40, 66):
        yield from (f"a@{'é' * n}.co", f"a@{'ü' + 'b' * n}.co", f"a@{'漢' * (n - 30)}.co", f"a@xn--{('é' * n).encode('punycode').decode()}.co")
    for n in range(118, 129):
        yield from ("\u0958" * (n // 3) + "@b.co", "e\u0301" * (n // 2) + "@b.co", f"a@{('b' * (n - 60) + '.') * 4}co", f"a@{'é.' * (n // 2)}co")
    for n in range(25, 36):
        yield from (f"a@{'é.' * n}co", f"a@{'漢字.' * n}co", f"a@{'xn--9ca.' * n}co", f"{'a' * (n * 2)}@{'é.' * 20}co")
    for n in (2047, 2048, 2049):
        yield from (" " * (n - 6) + "a@b.co", "a@b.co" + "\u3000" * (n - 6), "J" * (n - 8) + "<a@b.co>", "é" * (n - 5) + "@b.co")


def handmade():
    """Generates every local part, domain, name and space at least once."""
    yield from ("", "@", "a", "a@", "@b.co", "a@b", "<>", "<", ">", "a@@b.co", "@@", "＠", "a＠b.co", "a﹫b.co")
    yield from (f"{local}@b.co" for local in LOCALS)
    yield from (f"{local}@é.co" for local in LOCALS)
    yield from (f"a@{domain}" for domain in DOMAINS)
    yield from (f"é@{domain}" for domain in DOMAINS)
    yield from (f"{name}{blank}<{content}>{tail}" for name in NAMES for content in CONTENTS[:3] for blank in ("", " ") for tail in TAILS[:3])
    yield from (f"Jo <{content}>{tail}" for content in CONTENTS for tail in TAILS)
    for space in SPACES:
        yield from (f"{space}a@b.co", f"a@b.co{space}", f"a{space}@b.co", f"a@{space}b.co", f"é{space}@b.co", f"{space}é@b.co{space}")
        yield from (f"{space}Jo <a@b.co>", f"Jo{space}<a@b.co>", f"Jo <{space}a@b.co{space}>", f"Jo <a@b.co>{space}")
    yield from boundaries()


def made_at_random(rng):
    """Generates addresses made from the lists above, some of them damaged."""
    groups = by_category()
    kinds = sorted(groups)

    def character():
        return rng.choice(groups[rng.choice(kinds)])

    def text(least):
        return "".join(rng.choice(CHUNKS) if rng.random() < 0.9 else character() for _ in range(rng.randint(least, 6)))

    def label():
        label = text(1)
        return "xn--" + label.lower().encode("punycode").decode() if rng.random() < 0.2 else label

    while True:
        local, domain = rng.choice(LOCALS), rng.choice(DOMAINS)
        c = character()
        address = rng.choice([
            lambda: f"{local}@{domain}",
            lambda: f"{c}a{c}@b.co",
            lambda: f"a@b{c}b.co",
            lambda: f"a@{c}.co",
            lambda: f"a@xn--{c.encode('punycode').decode()}.co",
            lambda: f"a@א{c}.co",
            lambda: f"{c} <a@b.co>",
            lambda: f"{c}a@b.co{c}",
            lambda: f"{text(1)}@{label()}.{label()}",
            lambda: f"a@{label()}.co",
            lambda: f"{text(1)}@b.co",
            lambda: text(0),
        ])()
        if rng.random() < 0.2:
            at = rng.randint(0, len(address))
            address = address[:at] + rng.choice(CHUNKS) + address[at + rng.randint(0, 1):]
        yield address


def kept(text):
    """Returns the address as the API keeps it, or None if it rejects it."""
    try:
        return validate_email(text)[1]
    except EmailError:
        return None


def corpus(seed, count):
    """Returns `count` different texts."""
    texts = dict.fromkeys(handmade())
    more = made_at_random(random.Random(seed))
    while len(texts) < count:
        texts.setdefault(next(more))
    return list(texts)[:count]


if __name__ == "__main__":
    seed, count = [*map(int, sys.argv[1:]), *(1, 5_500)[len(sys.argv) - 1 :]]
    for text in corpus(seed, count):
        print(json.dumps({"input": text, "kept": kept(text)}))
