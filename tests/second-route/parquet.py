"""Reads the Parquet files of geodata/ with nothing but Python's standard library.

Only what these files use: one or more row groups of flat columns, pages of version 1 or 2, plain,
dictionary and delta encodings, Snappy or no compression. Anything else is an error, never a guess.
Written from the format's own description (parquet.apache.org/docs/file-format), not from the code
of this project.
"""

import json
import struct

BOOLEAN, INT32, INT64, DOUBLE, BYTE_ARRAY = 0, 1, 2, 5, 6
PLAIN, PLAIN_DICTIONARY, RLE, DELTA_BINARY_PACKED = 0, 2, 3, 5
DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY, RLE_DICTIONARY = 6, 7, 8
UNCOMPRESSED, SNAPPY = 0, 1
DATA_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2 = 0, 2, 3


class Compact:
    """Thrift's compact protocol: a struct becomes a dictionary from field number to value."""

    def __init__(self, data, at=0):
        self.data = data
        self.at = at

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def varint(self):
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def zigzag(self):
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def value(self, kind):
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            return struct.unpack("b", bytes([self.byte()]))[0]
        if kind in (4, 5, 6):
            return self.zigzag()
        if kind == 7:
            self.at += 8
            return struct.unpack_from("<d", self.data, self.at - 8)[0]
        if kind == 8:
            length = self.varint()
            self.at += length
            return bytes(self.data[self.at - length : self.at])
        if kind in (9, 10):
            head = self.byte()
            size = head >> 4 if head >> 4 != 15 else self.varint()
            inner = head & 15
            if inner in (1, 2):
                return [self.byte() == 1 for _ in range(size)]
            return [self.value(inner) for _ in range(size)]
        if kind == 12:
            return self.struct()
        raise ValueError(f"thrift type {kind} is not known here")

    def struct(self):
        found, field = {}, 0
        while True:
            head = self.byte()
            if head == 0:
                return found
            field = field + (head >> 4) if head >> 4 else self.zigzag()
            found[field] = self.value(head & 15)


def unsnappy(data):
    """The bytes that a block of Snappy holds."""
    reader = Compact(data)
    size = reader.varint()
    out = bytearray()
    at = reader.at
    while at < len(data):
        tag = data[at]
        at += 1
        if tag & 3 == 0:
            length = tag >> 2
            if length >= 60:
                extra = length - 59
                length = int.from_bytes(data[at : at + extra], "little")
                at += extra
            out += data[at : at + length + 1]
            at += length + 1
            continue
        if tag & 3 == 1:
            length = 4 + ((tag >> 2) & 7)
            offset = ((tag >> 5) << 8) | data[at]
            at += 1
        else:
            width = 2 if tag & 3 == 2 else 4
            length = 1 + (tag >> 2)
            offset = int.from_bytes(data[at : at + width], "little")
            at += width
        start = len(out) - offset
        if offset >= length:
            out += out[start : start + length]
        else:
            for i in range(length):
                out.append(out[start + i])
    if len(out) != size:
        raise ValueError(f"Snappy block has {len(out)} bytes, {size} were told")
    return bytes(out)


def unpack(data, width, count, at=0):
    """Whole numbers of `width` bits each, the lowest bits first."""
    if width == 0:
        return [0] * count
    bits = int.from_bytes(data[at : at + (count * width + 7) // 8], "little")
    mask = (1 << width) - 1
    if width * count <= 4096:
        return [(bits >> (i * width)) & mask for i in range(count)]
    # A large number is shifted in pieces: eight values are `width` whole bytes.
    found = []
    for start in range(0, count, 8):
        piece = int.from_bytes(data[at : at + width], "little")
        at += width
        found += [(piece >> (i * width)) & mask for i in range(8)]
    return found[:count]


def hybrid(data, width, count):
    """The mixture of runs and packed values that levels and dictionary positions are written in."""
    reader, found = Compact(data), []
    size = (width + 7) // 8
    while len(found) < count:
        head = reader.varint()
        if head & 1:
            length = (head >> 1) * 8
            found += unpack(data, width, length, reader.at)
            reader.at += (head >> 1) * width
        else:
            value = int.from_bytes(data[reader.at : reader.at + size], "little")
            found += [value] * (head >> 1)
            reader.at += size
    return found[:count]


def deltas(reader):
    """DELTA_BINARY_PACKED: the first value, then differences in blocks."""
    block, minis, total = reader.varint(), reader.varint(), reader.varint()
    value = reader.zigzag()
    found = [value] if total else []
    each = block // minis
    while len(found) < total:
        least = reader.zigzag()
        widths = [reader.byte() for _ in range(minis)]
        for width in widths:
            if len(found) >= total:
                break
            for difference in unpack(reader.data, width, each, reader.at):
                if len(found) >= total:
                    break
                value += least + difference
                found.append(value)
            reader.at += each * width // 8
    return found


def delta_lengths(reader):
    found = []
    for length in deltas(reader):
        found.append(reader.data[reader.at : reader.at + length])
        reader.at += length
    return found


def delta_bytes(reader):
    """DELTA_BYTE_ARRAY: how much is shared with the value before, then the rest."""
    shared, before, found = deltas(reader), b"", []
    for common, rest in zip(shared, delta_lengths(reader)):
        before = before[:common] + rest
        found.append(before)
    return found


def plain(data, kind, count):
    if kind == BOOLEAN:
        return [(data[i >> 3] >> (i & 7)) & 1 == 1 for i in range(count)]
    if kind in (INT32, INT64, DOUBLE):
        sign = {INT32: "i", INT64: "q", DOUBLE: "d"}[kind]
        return list(struct.unpack_from(f"<{count}{sign}", data))
    if kind == BYTE_ARRAY:
        found, at = [], 0
        for _ in range(count):
            (length,) = struct.unpack_from("<I", data, at)
            found.append(bytes(data[at + 4 : at + 4 + length]))
            at += 4 + length
        return found
    raise ValueError(f"values of type {kind} are not known here")


def decoded(data, encoding, kind, count, dictionary):
    if encoding == PLAIN:
        return plain(data, kind, count)
    if encoding in (PLAIN_DICTIONARY, RLE_DICTIONARY):
        return [dictionary[i] for i in hybrid(data[1:], data[0], count)]
    if encoding == DELTA_BINARY_PACKED:
        return deltas(Compact(data))
    if encoding == DELTA_LENGTH_BYTE_ARRAY:
        return delta_lengths(Compact(data))
    if encoding == DELTA_BYTE_ARRAY:
        return delta_bytes(Compact(data))
    if encoding == RLE and kind == BOOLEAN:
        return [value == 1 for value in hybrid(data[4:], 1, count)]
    raise ValueError(f"encoding {encoding} is not known here")


def column_values(data, about, optional):
    """The values of a column in one row group, None where there is none."""
    kind, codec, total = about[1], about[4], about[5]
    at = about.get(11, about[9])
    if about.get(11) is None or about[11] > about[9]:
        at = about[9]
    dictionary, found = None, []
    while len(found) < total:
        reader = Compact(data, at)
        head = reader.struct()
        body = data[reader.at : reader.at + head[3]]
        at = reader.at + head[3]
        if head[1] == DICTIONARY_PAGE:
            dictionary = plain(opened(body, codec), kind, head[7][1])
            continue
        if head[1] == DATA_PAGE:
            page = head[5]
            count, encoding, body = page[1], page[2], opened(body, codec)
            levels = None
            if optional:
                (length,) = struct.unpack_from("<I", body)
                levels = hybrid(body[4 : 4 + length], 1, count)
                body = body[4 + length :]
        elif head[1] == DATA_PAGE_V2:
            page = head[8]
            count, encoding = page[1], page[4]
            skipped = page[5] + page[6]
            levels = hybrid(body[page[6] : skipped], 1, count) if optional else None
            rest = body[skipped:]
            body = opened(rest, codec) if page.get(7, True) else rest
        else:
            raise ValueError(f"page of type {head[1]} is not known here")
        if levels is None:
            found += decoded(body, encoding, kind, count, dictionary)
        else:
            values = iter(decoded(body, encoding, kind, sum(levels), dictionary))
            found += [next(values) if level else None for level in levels]
    return found


def opened(body, codec):
    if codec == UNCOMPRESSED:
        return body
    if codec == SNAPPY:
        return unsnappy(body)
    raise ValueError(f"compression {codec} is not known here")


def read_parquet(path, wanted=None):
    """Columns of a file by name, each a list; texts as str, numbers with their decimals.

    `wanted` names the columns to read; all, where it is left out.
    """
    with open(path, "rb") as file:
        data = file.read()
    if data[:4] != b"PAR1" or data[-4:] != b"PAR1":
        raise ValueError(f"{path} is no Parquet file")
    (size,) = struct.unpack("<I", data[-8:-4])
    about = Compact(data, len(data) - 8 - size).struct()
    said = {pair[1].decode(): pair.get(2, b"").decode() for pair in about.get(5, [])}
    decimals = json.loads(said.get("column_decimals", "{}"))
    columns = {part[4].decode(): part for part in about[2][1:]}
    missing = [name for name in wanted or [] if name not in columns]
    if missing:
        raise ValueError(f"{path} has no column {', '.join(missing)}; it has {', '.join(columns)}")
    table = {name: [] for name in wanted or columns}
    for group in about[4]:
        for chunk in group[1]:
            meta = chunk[3]
            name = meta[3][0].decode()
            if name not in table:
                continue
            values = column_values(data, meta, columns[name].get(3, 0) == 1)
            if meta[1] == BYTE_ARRAY:
                values = [value if value is None else value.decode() for value in values]
            if name in decimals:
                scale = 10 ** decimals[name]
                values = [value if value is None else value / scale for value in values]
            table[name] += values
    lengths = {len(values) for values in table.values()}
    if lengths - {about[3]}:
        raise ValueError(f"{path} has columns of {lengths} rows, {about[3]} were told")
    return table
