"""Writes fold_table.h and reading_table.h, the tables of names' folding and of Han readings.

Needs Python 3 and Debian's package `unicode-data` (Unicode 15, with Unihan):

    apt-get install unicode-data
    python3 Sources/CHanTable/generate.py

Runs in a few seconds and writes beside itself. Raise VERSION whenever the output changes:
databases store it, and rebuild their search keys when it differs.
"""

import bz2
import collections
import pathlib
import unicodedata

VERSION = 1
DATA = pathlib.Path("/usr/share/unicode")
HERE = pathlib.Path(__file__).parent
END = 0x33000  # nothing above is folded by table; see leadline_fold in han.c
PAGE = 64
SAME, DROPPED, BLANK = 0, 1, 2  # entries of the fold table that are not places in its pool

# Letters Unicode does not decompose, and marks that people type in more than one way.
OWN_FOLDS = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ŋ": "n", "ĸ": "k", "ŧ": "t", "ƀ": "b", "ɨ": "i", "ƶ": "z", "ǥ": "g", "ȷ": "j",
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "·": " ", "•": " ", "‧": " ", "・": " ", "。": ".", "、": ",",
}

# Variant forms in names that Unihan relates only by meaning: variant, then the usual form.
OWN_VARIANTS = "峯峰 羣群 邨村 牀床 衆众 眾众 鷄鸡 説说 呉吴 黒黑 歩步 徳德 恵惠 菴庵 逺远 脩修 " \
               "嶽岳 祕秘 昇升 陞升 儁俊 叡睿 鑑鉴 迴回"

# Surnames read otherwise than the character's commonest reading, or that need their own row.
SINGLE = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
    "盖": "ge", "朴": "piao", "尉": "wei", "乐": "yue", "繁": "po", "翟": "zhai", "召": "shao",
    "折": "she", "秘": "bi", "种": "chong", "洗": "xian", "冼": "xian", "员": "yun",
    "缪": "miao", "晟": "cheng", "柏": "bai", "华": "hua", "宁": "ning", "覃": "qin", "谌": "chen",
    "晁": "chao", "车": "che", "於": "yu", "阚": "kan", "逄": "pang", "钭": "tou", "眭": "sui",
    "郗": "xi", "褚": "chu", "应": "ying", "行": "xing", "幺": "yao", "么": "yao",
    "那": "na", "沈": "shen", "宿": "su", "隗": "wei", "燕": "yan", "卜": "bu", "厍": "she",
    "庹": "tuo", "亓": "qi", "句": "gou", "曲": "qu", "重": "chong", "长": "chang", "过": "guo",
    "葛": "ge", "祭": "zhai", "笮": "ze", "藏": "zang", "臧": "zang", "强": "qiang", "舍": "she",
    "莘": "shen", "撒": "sa", "万": "wan", "郇": "xun", "宓": "mi", "缴": "jiao", "乜": "nie",
    "仉": "zhang", "乌": "wu", "荀": "xun", "逯": "lu", "都": "du", "薄": "bo", "纪": "ji",
    "阙": "que", "粘": "nian",
}

# Surnames of two characters.
DOUBLE = {
    "欧阳": "ou yang", "司马": "si ma", "上官": "shang guan", "诸葛": "zhu ge", "皇甫": "huang fu",
    "尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "慕容": "mu rong", "司徒": "si tu",
    "夏侯": "xia hou", "东方": "dong fang", "独孤": "du gu", "南宫": "nan gong", "公孙": "gong sun",
    "令狐": "ling hu", "宇文": "yu wen", "轩辕": "xuan yuan", "端木": "duan mu", "闻人": "wen ren",
    "呼延": "hu yan", "澹台": "tan tai", "单于": "chan yu", "太史": "tai shi", "申屠": "shen tu",
    "鲜于": "xian yu", "赫连": "he lian", "濮阳": "pu yang", "淳于": "chun yu", "钟离": "zhong li",
    "公冶": "gong ye", "宗政": "zong zheng", "司空": "si kong", "司寇": "si kou", "百里": "bai li",
    "拓跋": "tuo ba", "西门": "xi men", "北宫": "bei gong", "东郭": "dong guo", "南门": "nan men",
    "第五": "di wu", "梁丘": "liang qiu", "左丘": "zuo qiu", "谷梁": "gu liang",
    "乐正": "yue zheng", "亓官": "qi guan", "巫马": "wu ma", "公羊": "gong yang", "公西": "gong xi",
    "漆雕": "qi diao", "壤驷": "rang si", "夹谷": "jia gu", "宰父": "zai fu", "段干": "duan gan",
    "东里": "dong li", "仲孙": "zhong sun", "叔孙": "shu sun", "完颜": "wan yan", "耶律": "ye lv",
    "纳兰": "na lan", "爱新": "ai xin", "那拉": "na la", "贺兰": "he lan", "车正": "che zheng",
    "即墨": "ji mo",
}


def lines(name):
    path = DATA / name
    with (bz2.open if name.endswith(".bz2") else open)(path, mode="rt", encoding="utf-8") as file:
        for line in file:
            line = line.split("#")[0].strip() if not name.startswith("Unihan") else line.strip()
            if line and not line.startswith("#"):
                yield line


def unihan(name, fields):
    """field -> scalar -> value"""
    found = {field: {} for field in fields}
    for line in lines(name):
        scalar, field, value = line.split("\t")
        if field in found:
            found[field][int(scalar[2:], 16)] = value
    return found


def is_han(scalar):
    return (scalar == 0x3007 or 0x3400 <= scalar <= 0x4DBF or 0x4E00 <= scalar <= 0x9FFF
            or 0xF900 <= scalar <= 0xFAFF or 0x20000 <= scalar <= 0x323AF)


def toneless(reading):
    kept = []
    for c in unicodedata.normalize("NFD", reading.strip().lower()):
        if c == "\u0308":
            kept[-1] = "v"
        elif "a" <= c <= "z":
            kept.append(c)
    return "".join(kept)


def readings_of(value, field):
    if field == "kMandarin":
        return value.split()
    if field == "kHanyuPinlu":
        return [part.split("(")[0] for part in value.split()]
    return [one for part in value.split() for one in part.split(":")[1].split(",")]


def readings():
    """scalar -> toneless readings, the commonest first"""
    modern = ["kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"]
    fields = unihan("Unihan_Readings.txt.bz2", modern + ["kHanyuPinyin"])
    found = collections.defaultdict(list)
    for field in modern + ["kHanyuPinyin"]:
        for scalar, value in fields[field].items():
            if field == "kHanyuPinyin" and found[scalar]:
                continue
            for reading in map(toneless, readings_of(value, field)):
                if reading and reading not in found[scalar]:
                    found[scalar].append(reading)
    found[0x3007] = ["ling"]
    return found, set(fields["kTGHZ2013"])


def han_classes(standard):
    """scalar -> the one scalar that stands for all its forms; only where they differ"""
    fields = unihan("Unihan_Variants.txt.bz2",
                    ["kSimplifiedVariant", "kTraditionalVariant", "kZVariant"])
    parent, targets = {}, collections.Counter()

    def root(scalar):
        while parent.setdefault(scalar, scalar) != scalar:
            scalar = parent[scalar]
        return scalar

    for field, pairs in fields.items():
        for scalar, value in pairs.items():
            for part in value.split():
                other = int(part.split("<")[0][2:], 16)
                parent[root(scalar)] = root(other)
                if field != "kZVariant" and scalar != other:
                    targets[other if field == "kSimplifiedVariant" else scalar] += 1
    for variant, usual in OWN_VARIANTS.split():
        parent[root(ord(variant))] = root(ord(usual))
        targets[ord(usual)] += 1
    members = collections.defaultdict(list)
    for scalar in list(parent):
        members[root(scalar)].append(scalar)
    found = {}
    for group in members.values():
        chosen = min(group, key=lambda s: (s not in standard, -targets[s], s))
        found.update({scalar: chosen for scalar in group if scalar != chosen})
    return found


class Folding:
    def __init__(self, han):
        self.category, self.decomposition, self.case, self.script = {}, {}, {}, {}
        self.han = han
        self.memory = {}
        self.read()

    def read(self):
        for line in lines("UnicodeData.txt"):
            cells = line.split(";")
            scalar = int(cells[0], 16)
            self.category[scalar] = cells[2]
            if cells[5]:
                parts = [p for p in cells[5].split() if not p.startswith("<")]
                self.decomposition[scalar] = [int(p, 16) for p in parts]
        for line in lines("CaseFolding.txt"):
            scalar, status, target = [cell.strip() for cell in line.split(";")[:3]]
            if status in "CF":
                self.case[int(scalar, 16)] = [int(p, 16) for p in target.split()]
        for line in lines("Scripts.txt"):
            span, script = [cell.strip() for cell in line.split(";")]
            ends = span.split("..")
            for scalar in range(int(ends[0], 16), int(ends[-1], 16) + 1):
                self.script[scalar] = script
        self.own = {ord(k): [ord(c) for c in v] for k, v in OWN_FOLDS.items()}

    def fold(self, scalar):
        """The folded text of one scalar; every scalar in it folds to itself."""
        if scalar not in self.memory:
            self.memory[scalar] = self.folded(scalar)
        return self.memory[scalar]

    def folded(self, scalar):
        if self.is_blank(scalar):
            return [0x20]
        if self.is_dropped(scalar):
            return []
        for table in (self.own, self.case, self.decomposition):
            if scalar in table:
                return [s for part in table[scalar] for s in self.fold(part)]
        return [self.han.get(scalar, scalar)]

    def is_blank(self, scalar):
        separates = self.category.get(scalar) in ("Zs", "Zl", "Zp")
        return separates or scalar in (9, 10, 11, 12, 13, 0x85)

    def is_dropped(self, scalar):
        category = self.category.get(scalar)
        if category in ("Cc", "Cf"):
            return True
        marks = self.script.get(scalar) in ("Inherited", "Hebrew", "Arabic", "Cyrillic")
        return category in ("Mn", "Me") and marks


def two_stages(values):
    """A list split into pages of which equal ones are stored once."""
    pages, index = {}, []
    for start in range(0, END, PAGE):
        page = tuple(values[start:start + PAGE])
        index.append(pages.setdefault(page, len(pages)))
    return index, [value for page in pages for value in page]


def array(kind, name, values, form=str):
    rows, row = [], " "
    for value in values:
        cell = f" {form(value)},"
        if len(row) + len(cell) > 100:
            rows.append(row)
            row = " "
        row += cell
    return f"static const {kind} {name}[] = {{\n" + "\n".join(rows + [row]) + "\n};\n"


def write(name, parts):
    head = "// Written by generate.py from Unicode data; do not edit.\n"
    (HERE / name).write_text(head + "\n".join(parts), encoding="ascii")


def pooled(pool, places, item):
    """Where `item`, its length first, stands in the pool."""
    if item not in places:
        places[item] = len(pool)
        pool.extend([len(item), *item])
    return places[item]


def write_folds(folding):
    pool, places, values = [0, 0, 0], {(): DROPPED, (0x20,): BLANK}, []
    for scalar in range(END):
        folded = tuple(folding.fold(scalar))
        values.append(SAME if folded == (scalar,) else pooled(pool, places, folded))
    values[0x20] = BLANK
    index, pages = two_stages(values)
    assert max(pages) < 65536
    write("fold_table.h", [
        array("uint16_t", "fold_index", index), array("uint16_t", "fold_pages", pages),
        array("uint32_t", "fold_pool", pool, hex)])


def packed(syllable):
    """Up to six letters from the highest byte down, the length in the lowest."""
    return int.from_bytes(syllable.encode().ljust(7, b"\0"), "big") << 8 | len(syllable)


def write_readings(found, standard, han):
    by_scalar = {s: r for s, r in found.items() if s not in han}
    for scalar, chosen in han.items():
        kept = by_scalar.setdefault(chosen, [])
        most = None if scalar in standard else 2
        kept.extend(r for r in found.get(scalar, [])[:most] if r not in kept)
    for character, reading in SINGLE.items():
        kept = by_scalar[han.get(ord(character), ord(character))]
        if reading not in kept:
            kept.append(reading)
    for name, reading in DOUBLE.items():
        for character, one in zip(name, reading.split()):
            kept = by_scalar[han.get(ord(character), ord(character))]
            if one not in kept:
                kept.append(one)
    syllables = sorted({r for group in by_scalar.values() for r in group})
    number = {syllable: i for i, syllable in enumerate(syllables)}
    pool, places = [0], {(): 0}
    values = [0] * END
    for scalar in sorted(by_scalar):
        values[scalar] = pooled(pool, places, tuple(number[r] for r in by_scalar[scalar]))
    index, pages = two_stages(values)
    assert max(pages) < 65536 and max(map(len, syllables)) <= 6
    write("reading_table.h", [
        array("uint64_t", "syllables", map(packed, syllables), lambda v: f"{v:#x}u"),
        array("uint16_t", "reading_index", index), array("uint16_t", "reading_pages", pages),
        array("uint16_t", "reading_pool", pool), *surname_arrays(number, han),
        f"enum {{ table_version = {VERSION} }};\n"])
    return by_scalar


def surname_arrays(number, han):
    """Rows sorted by their characters: first, second or 0, reading, reading of the second or 0."""
    rows = {}
    for name, reading in [*SINGLE.items(), *DOUBLE.items()]:
        key = [han.get(ord(c), ord(c)) for c in name] + [0]
        spoken = [number[r] for r in reading.split()] + [0]
        rows[(key[0], key[1])] = (spoken[0], spoken[1])
    flat = [cell for key in sorted(rows) for cell in (*key, *rows[key])]
    return [array("uint32_t", "surname_rows", flat)]


def main():
    found, standard = readings()
    han = {s: c for s, c in han_classes(standard).items() if is_han(s) and is_han(c)}
    folding = Folding(han)
    write_folds(folding)
    by_scalar = write_readings(found, standard, han)
    sizes = collections.Counter(len(group) for group in by_scalar.values())
    print(f"{len(han)} Han forms folded, {len(by_scalar)} characters read, by count {dict(sizes)}")


if __name__ == "__main__":
    main()
