export const id = 817;
export const ids = [817];
export const modules = {

/***/ 73210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ disguises),
  y: () => (/* binding */ wrappings)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/layout/tar.js
var tar = __webpack_require__(22114);
// EXTERNAL MODULE: ./src/layout/entry.js
var entry = __webpack_require__(41861);
;// CONCATENATED MODULE: ./src/canary/pack/bzip2-encoder.js
// Writes bzip2 data: one block, sorted the simple way, with codes of one length (bzip2 1.0.8's format).
const POLYNOMIAL = 0x04c11db7;
/** For texts of a few kilobytes. */
function encodeBzip2(text) {
    const crc = checksum(text);
    const bytes = shortenRuns(text);
    const used = [...new Set(bytes)].sort((a, b) => a - b);
    const { ends, origin } = sort(bytes);
    const symbols = toSymbols(ends, used);
    const width = Math.ceil(Math.log2(used.length + 2));
    const selectors = Math.ceil(symbols.length / 50);
    const bits = new BitWriter();
    for (const byte of Buffer.from("BZh9314159265359", "latin1").subarray(0, 4))
        bits.put(byte, 8);
    for (const byte of Buffer.from("314159265359", "hex"))
        bits.put(byte, 8);
    bits.put(crc >>> 16, 16);
    bits.put(crc & 0xffff, 16);
    bits.put(origin, 25);
    putUsed(bits, used);
    bits.put(2, 3);
    bits.put(selectors, 15);
    for (let index = 0; index < selectors; index++)
        bits.put(0, 1);
    for (let table = 0; table < 2; table++) {
        bits.put(width, 5);
        for (let symbol = 0; symbol < used.length + 2; symbol++)
            bits.put(0, 1);
    }
    for (const symbol of symbols)
        bits.put(symbol, width);
    for (const byte of Buffer.from("177245385090", "hex"))
        bits.put(byte, 8);
    bits.put(crc >>> 16, 16);
    bits.put(crc & 0xffff, 16);
    return bits.end();
}
class BitWriter {
    #bits = "";
    put(value, count) {
        this.#bits += value.toString(2).padStart(count, "0");
    }
    end() {
        const padded = this.#bits.padEnd(Math.ceil(this.#bits.length / 8) * 8, "0");
        return Buffer.from((padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    }
}
/** Four equal bytes are followed by how often the byte comes again. */
function shortenRuns(text) {
    const bytes = [];
    for (let at = 0; at < text.length;) {
        let end = at;
        while (end < text.length && text[end] === text[at] && end - at < 259)
            end++;
        for (let place = at; place < Math.min(end, at + 4); place++)
            bytes.push(text[place] ?? 0);
        if (end - at >= 4)
            bytes.push(end - at - 4);
        at = end;
    }
    return Uint8Array.from(bytes);
}
/** The last column of the sorted rotations, and where the text itself stands among them. */
function sort(bytes) {
    const twice = Buffer.concat([bytes, bytes]);
    const starts = [...bytes.keys()].sort((a, b) => Buffer.compare(twice.subarray(a, a + bytes.length), twice.subarray(b, b + bytes.length)));
    return { ends: starts.map((start) => twice[start + bytes.length - 1] ?? 0), origin: starts.indexOf(0) };
}
/** Move to front, with runs of the front byte written as numbers in base two. */
function toSymbols(ends, used) {
    const front = [...used];
    const symbols = [];
    let run = 0;
    const flush = () => {
        for (let left = run; left > 0; left = (left - 1) >> 1)
            symbols.push(left % 2 === 1 ? 0 : 1);
        run = 0;
    };
    for (const byte of ends) {
        const place = front.indexOf(byte);
        if (place === 0) {
            run++;
            continue;
        }
        flush();
        symbols.push(place + 1);
        front.splice(place, 1);
        front.unshift(byte);
    }
    flush();
    return [...symbols, used.length + 1];
}
function putUsed(bits, used) {
    const rows = [...Array(16).keys()].map((row) => [...Array(16).keys()].map((cell) => (used.includes(row * 16 + cell) ? 1 : 0)));
    for (const row of rows)
        bits.put(row.includes(1) ? 1 : 0, 1);
    for (const row of rows.filter((cells) => cells.includes(1)))
        for (const cell of row)
            bits.put(cell, 1);
}
function checksum(bytes) {
    let crc = -1;
    for (const byte of bytes) {
        crc ^= byte << 24;
        for (let bit = 0; bit < 8; bit++)
            crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
    }
    return ~crc >>> 0;
}

;// CONCATENATED MODULE: ./src/canary/pack/range-encoder.js
// Writes LZMA data that a decoder has to work for: every byte a literal, with adapted probabilities (LZMA SDK, lzma-specification.txt).
// Places in the table of probabilities, by our decoder's order; only equal contexts need equal places.
const IS_MATCH = 0;
const IS_REP = 16;
const LENGTH_CHOICE = 17;
const LENGTH_LOW = 18;
const SLOT = 50;
const ALIGN = 114;
const LITERAL = 130;
const POSITIONS = 4;
class RangeEncoder {
    bytes = [];
    #bits = Array.from({ length: LITERAL + 0x300 * 8 }, () => 1024);
    #low = 0;
    #range = 0xffffffff;
    #cache = 0;
    #pending = 1;
    bit(index, bit) {
        const probability = this.#bits[index] ?? 1024;
        const bound = (this.#range >>> 11) * probability;
        if (bit === 0)
            this.#range = bound;
        else {
            this.#low += bound;
            this.#range -= bound;
        }
        this.#bits[index] = bit === 0 ? probability + ((2048 - probability) >> 5) : probability - (probability >> 5);
        this.#normalize();
    }
    direct(bit) {
        this.#range >>>= 1;
        if (bit === 1)
            this.#low += this.#range;
        this.#normalize();
    }
    tree(base, count, value) {
        for (let node = 1, left = count - 1; left >= 0; left--) {
            const bit = (value >> left) & 1;
            this.bit(base + node, bit);
            node = (node << 1) | bit;
        }
    }
    flush() {
        for (let count = 0; count < 5; count++)
            this.#shift();
        return Buffer.from(this.bytes);
    }
    #normalize() {
        while (this.#range < 2 ** 24) {
            this.#range = (this.#range * 256) % 2 ** 32;
            this.#shift();
        }
    }
    #shift() {
        if (this.#low < 0xff000000 || this.#low >= 2 ** 32) {
            const carry = this.#low >= 2 ** 32 ? 1 : 0;
            this.bytes.push((this.#cache + carry) & 0xff);
            for (; this.#pending > 1; this.#pending--)
                this.bytes.push((0xff + carry) & 0xff);
            this.#pending = 0;
            this.#cache = Math.floor(this.#low / 2 ** 24) & 0xff;
        }
        this.#pending++;
        this.#low = (this.#low % 2 ** 24) * 256;
    }
}
/** Properties lc=3, lp=0, pb=2, as a byte. */
const PROPERTIES = 93;
/** LZMA data of `bytes`, with the end mark where wanted. */
function encodeLzma(bytes, options) {
    const encoder = new RangeEncoder();
    bytes.forEach((byte, at) => {
        encoder.bit(IS_MATCH + (at % POSITIONS), 0);
        encoder.tree(LITERAL + 0x300 * ((bytes[at - 1] ?? 0) >> 5), 8, byte);
    });
    if (options.mark) {
        encoder.bit(IS_MATCH + (bytes.length % POSITIONS), 1);
        encoder.bit(IS_REP, 0);
        encoder.bit(LENGTH_CHOICE, 0);
        encoder.tree(LENGTH_LOW + 8 * (bytes.length % POSITIONS), 3, 0);
        encoder.tree(SLOT, 6, 63);
        for (let count = 0; count < 26; count++)
            encoder.direct(1);
        encoder.tree(ALIGN, 4, 15);
    }
    return encoder.flush();
}

;// CONCATENATED MODULE: ./src/canary/pack/compressed.js
// Compressed streams of formats that Node doesn't write, each with what its decoder must check.



const DICTIONARY = 1 << 16;
/** Formats: xz-file-format.txt 1.2, lzma-file-format.txt, the manual of lzip, lz4_Frame_format.md. Up to 64 KiB each. */
const compressors = {
    xz: toXz, lzma: toLzma, lzip: toLzip, lz4: toLz4, bzip2: encodeBzip2,
};
function toXz(bytes) {
    const data = encodeLzma(bytes, { mark: false });
    const sizes = Buffer.alloc(5);
    sizes.writeUInt8(0xe0);
    sizes.writeUInt16BE(bytes.length - 1, 1);
    sizes.writeUInt16BE(data.length - 1, 3);
    const header = withCrc(Buffer.from([2, 0, 0x21, 1, 8, 0, 0, 0]));
    const packed = Buffer.concat([sizes, Buffer.from([PROPERTIES]), data, Buffer.alloc(1)]);
    const block = Buffer.concat([header, packed, Buffer.alloc(-packed.length & 3), toUint32((0,external_node_zlib_.crc32)(bytes))]);
    const records = Buffer.concat([Buffer.from([0, 1]), toNumber(header.length + packed.length + 4), toNumber(bytes.length)]);
    const index = withCrc(Buffer.concat([records, Buffer.alloc(-records.length & 3)]));
    const flags = Buffer.from([0, 1]);
    const footer = Buffer.concat([toUint32(index.length / 4 - 1), flags]);
    return Buffer.concat([Buffer.from("fd377a585a00", "hex"), withCrc(flags), block, index, toUint32((0,external_node_zlib_.crc32)(footer)), footer, Buffer.from("YZ")]);
}
function toLzma(bytes) {
    const size = Buffer.alloc(8);
    size.writeUInt32LE(bytes.length);
    return Buffer.concat([Buffer.from([PROPERTIES]), toUint32(DICTIONARY), size, encodeLzma(bytes, { mark: false })]);
}
function toLzip(bytes) {
    const data = encodeLzma(bytes, { mark: true });
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(bytes.length);
    sizes.writeUInt32LE(data.length + 26, 8);
    return Buffer.concat([Buffer.from("LZIP\u0001\u0010", "latin1"), data, toUint32((0,external_node_zlib_.crc32)(bytes)), sizes]);
}
/** One block of literals: the format asks for no more. */
function toLz4(bytes) {
    const long = Math.max(0, bytes.length - 15);
    const lengths = Buffer.concat([Buffer.alloc(Math.floor(long / 255), 255), Buffer.from(bytes.length < 15 ? [] : [long % 255])]);
    const block = Buffer.concat([Buffer.from([Math.min(15, bytes.length) << 4]), lengths, bytes]);
    return Buffer.concat([Buffer.from("04224d18604082", "hex"), toUint32(block.length), block, Buffer.alloc(4)]);
}
function withCrc(bytes) {
    return Buffer.concat([bytes, toUint32((0,external_node_zlib_.crc32)(bytes))]);
}
function toUint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    return bytes;
}
/** Seven bits a byte, the lowest first. */
function toNumber(value) {
    const bytes = [];
    for (let left = value;; left >>>= 7) {
        bytes.push(left < 0x80 ? left : (left & 0x7f) | 0x80);
        if (left < 0x80)
            return Buffer.from(bytes);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/canary/pack/archives.js
// Archives and databases that hide their content, in the smallest form that their readers must understand.


/** By format. What is stored plainly would be found without a reader, so it is compressed within. */
const archivers = {
    ar: (name, content) => toAr(`${name}.gz`, (0,external_node_zlib_.gzipSync)(content)),
    cpio: (name, content) => toCpio(`${name}.gz`, (0,external_node_zlib_.gzipSync)(content)),
    rpm: toRpm,
    zlib: (_, content) => (0,external_node_zlib_.deflateSync)(content),
    "git-pack": (_, content) => toGitPack(Buffer.from(content)),
    pdf: (_, content) => Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"), (0,external_node_zlib_.deflateSync)(content), Buffer.from("\nendstream\nendobj\n")]),
    png: (_, content) => toPng(content),
    sqlite: (_, content) => toSqlite(Buffer.from(content)),
};
/** ar(5). */
function toAr(name, content) {
    const header = `${`${name}/`.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"644".padEnd(8)}${String(content.length).padEnd(10)}\`\n`;
    return Buffer.concat([Buffer.from(`!<arch>\n${header}`), content, Buffer.alloc(content.length % 2, "\n")]);
}
/** cpio(5), the new ASCII format. */
function toCpio(name, content) {
    return Buffer.concat([archives_entry(name, content), archives_entry("TRAILER!!!", Buffer.alloc(0))]);
}
function archives_entry(name, content) {
    const fields = [0, 0o100644, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
    const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}${name}\0`);
    return Buffer.concat([header, Buffer.alloc(-header.length & 3), content, Buffer.alloc(-content.length & 3)]);
}
/** A lead, two headers without entries, and the payload. */
function toRpm(name, content) {
    const header = Buffer.from("8eade80100000000" + "0000000000000000", "hex");
    return Buffer.concat([Buffer.from("edabeedb0300", "hex"), Buffer.alloc(90), header, header, (0,external_node_zlib_.gzipSync)(toCpio(name, content))]);
}
/** A blob, and another one that takes a part of it and adds the rest: the value is whole in neither. gitformat-pack(5). */
function toGitPack(content) {
    const cut = Math.floor(content.length / 2);
    const base = content.subarray(0, cut);
    const delta = Buffer.concat([Buffer.from([base.length, content.length, 0x90, cut, content.length - cut]), content.subarray(cut)]);
    const first = Buffer.concat([object(3, base.length), (0,external_node_zlib_.deflateSync)(base)]);
    const second = Buffer.concat([object(6, delta.length), Buffer.from([first.length]), (0,external_node_zlib_.deflateSync)(delta)]);
    const pack = Buffer.concat([Buffer.from("PACK\0\0\0\u0002\0\0\0\u0002", "latin1"), first, second]);
    return Buffer.concat([pack, (0,external_node_crypto_.createHash)("sha1").update(pack).digest()]);
}
/** Header of an object of fewer than 2,048 bytes. */
function object(kind, size) {
    return Buffer.from([0x80 | (kind << 4) | (size & 15), size >> 4]);
}
/** A picture's compressed text; PNG, third edition, 11.3.3.2. */
function toPng(content) {
    const chunk = (kind, data) => {
        const body = Buffer.concat([Buffer.from(kind), data]);
        const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
        length.writeUInt32BE(data.length);
        crc.writeUInt32BE((0,external_node_zlib_.crc32)(body));
        return Buffer.concat([length, body, crc]);
    };
    const text = Buffer.concat([Buffer.from("Comment\0\0"), (0,external_node_zlib_.deflateSync)(content)]);
    return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("zTXt", text), chunk("IEND", Buffer.alloc(0))]);
}
const PAGE = 512;
/** A table's page with one record that goes on on another page, the value across both. "Database File Format", section 1.6. */
function toSqlite(content) {
    const length = 900;
    const usable = PAGE;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const wanted = least + ((length - least) % (usable - 4));
    const local = wanted <= usable - 35 ? wanted : least;
    const record = Buffer.alloc(length, ".");
    content.copy(record, local - Math.floor(content.length / 2));
    const file = Buffer.alloc(PAGE * 4);
    file.write("SQLite format 3\0", "latin1");
    file.writeUInt16BE(PAGE, 16);
    const page = PAGE;
    const cell = PAGE - local - 8;
    file.writeUInt8(13, page);
    file.writeUInt16BE(1, page + 3);
    file.writeUInt16BE(cell, page + 8);
    file.set([0x80 | (length >> 7), length & 0x7f, 1], page + cell);
    record.copy(file, page + cell + 3, 0, local);
    file.writeUInt32BE(3, page + cell + 3 + local);
    file.writeUInt32BE(4, PAGE * 2);
    record.copy(file, PAGE * 2 + 4, local, local + PAGE - 4);
    record.copy(file, PAGE * 3 + 4, local + PAGE - 4);
    return file;
}

;// CONCATENATED MODULE: ./src/canary/disguise.js
// What a value can hide in: encodings that the detectors undo, and formats that the readers open.



const base64 = (text) => Buffer.from(text).toString("base64");
const disguise_escape = (text) => [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const utf32 = (text) => Buffer.concat([...Buffer.from(text)].map((byte) => Buffer.from([byte, 0, 0, 0])));
const utf16 = (text) => Buffer.from(text, "utf16le");
const wrap = (text, width) => text.replaceAll(new RegExp(`.{${width}}`, "g"), "$&\n");
/** By the name under which a missed one is reported. The first two are hidden again by an upper layer. */
const disguises = {
    plain: (text) => Buffer.from(text),
    base64: (text) => Buffer.from(`data: ${base64(text)}\n`),
    "base64-url": (text) => Buffer.from(`data: ${Buffer.from(text).toString("base64url")}\n`),
    "base64-wrapped": (text) => Buffer.from(wrap(base64(`${text}${"padding text ".repeat(8)}`), 76)),
    "base64-twice": (text) => Buffer.from(`data: ${base64(base64(text))}\n`),
    "gzip-in-base64": (text) => Buffer.from(`data: ${base64((0,external_node_zlib_.gzipSync)(text))}\n`),
    hex: (text) => Buffer.from(`data: ${Buffer.from(text).toString("hex")}\n`),
    percent: (text) => Buffer.from([...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")),
    "unicode-escape": (text) => Buffer.from(`"${disguise_escape(text)}"`),
    "utf-16-le": (text) => utf16(text),
    "utf-16-be": (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(text).swap16()]),
    "utf-32": (text) => utf32(text),
    entity: (text) => Buffer.from([...Buffer.from(text)].map((byte) => `&#${byte};`).join("")),
    "zlib-in-base64": (text) => Buffer.from(`data: ${base64((0,external_node_zlib_.deflateSync)(text))}\n`),
    // Short texts stand in Zstandard data as they are.
    "zstd-in-base64": (text) => Buffer.from(`data: ${base64((0,external_node_zlib_.zstdCompressSync)((0,external_node_zlib_.gzipSync)(text)))}\n`),
};
const wrappings = {
    gzip: (_, content) => (0,external_node_zlib_.gzipSync)(content),
    zstd: (_, content) => (0,external_node_zlib_.zstdCompressSync)((0,external_node_zlib_.gzipSync)(content)),
    // What a tar archive, LZ4 or Zstandard data hold plainly is seen without their reader.
    tar: (name, content) => disguise_tar(`${name}.gz`, (0,external_node_zlib_.gzipSync)(content)),
    zip: (name, content) => zip(name, content),
    ...Object.fromEntries(Object.entries(compressors).map(([format, compress]) => [format, (_, content) => compress(format === "lz4" ? (0,external_node_zlib_.gzipSync)(content) : content)])),
    ...archivers,
    "tar-in-gzip-in-zip": async (name, content) => zip(`${name}.tar.gz`, (0,external_node_zlib_.gzipSync)(await disguise_tar(name, content))),
};
async function disguise_tar(name, content) {
    return Buffer.concat(await Array.fromAsync((0,tar/* writeTar */.F)((0,entry/* toEntries */.W)({ [name]: content }))));
}
/** One deflated member. Format: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
function zip(name, content) {
    const data = (0,external_node_zlib_.deflateRawSync)(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE((0,external_node_zlib_.crc32)(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), data]);
    const central = Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, Buffer.alloc(14), Buffer.from(name)]);
    const end = Buffer.alloc(22);
    end.write("PK\u0005\u0006");
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length, 16);
    return Buffer.concat([local, central, end]);
}


/***/ }),

/***/ 30725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ proveDetection)
/* harmony export */ });
/** `examine` is the check's own path; a check that stumbles over its canaries has found none. */
async function proveDetection(planted, examine) {
    const { findings } = await examine(planted.input);
    const missed = planted.plants.filter((plant) => !findings.some(plant.isFoundBy)).map((plant) => plant.name);
    return { planted: planted.plants.length, detected: planted.plants.length - missed.length, missed };
}


/***/ }),

/***/ 66817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ cardholderSamples),
/* harmony export */   C: () => (/* binding */ makeCardNumber)
/* harmony export */ });
/* harmony import */ var _number_digits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1666);
/* harmony import */ var _number_issuer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92907);
/* harmony import */ var _number_test_card_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47799);



/** A number with issuer, length and check digit that no processor publishes for tests. */
function makeCardNumber(sampler, prefix = "4", length = 16) {
    for (;;) {
        const body = sampler.expand(`${prefix}{digit:${length - 1 - prefix.length}}`);
        const number = body + (0,_number_digits_js__WEBPACK_IMPORTED_MODULE_0__/* .toCheckDigit */ .R)(body);
        const digits = _number_digits_js__WEBPACK_IMPORTED_MODULE_0__/* .Digits */ .r.of(number);
        if (!(0,_number_test_card_js__WEBPACK_IMPORTED_MODULE_1__/* .isTestCard */ .P)(digits) && (0,_number_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .issuerOf */ .x)(digits) && !/(\d)\1{3}/.test(number))
            return number;
    }
}
/** One text for each rule. */
function cardholderSamples(sampler) {
    const number = makeCardNumber(sampler);
    const [published = ""] = _number_test_card_js__WEBPACK_IMPORTED_MODULE_1__/* .testCards */ .E;
    return [
        { ruleId: "card-number", text: `card=${makeCardNumber(sampler, "51")}` },
        { ruleId: "test-card-number", text: `card=${published}` },
        { ruleId: "track-data", text: `;${makeCardNumber(sampler)}=${sampler.expand("2{digit:1}")}061011234500000?` },
        { ruleId: "card-verification-value", text: `card=${number} cvv=${sampler.expand("{digit:3}")}` },
    ];
}


/***/ }),

/***/ 96463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ inspectAll)
});

;// CONCATENATED MODULE: ./src/detector/examine-in-order.js
/** What is examined in one go where it is held in no tray: much of it pays, and what waits costs memory. */
const BATCH_BYTES = 1 << 20;
const BATCH_READINGS = 1 << 10;
/** Every reading once, in their order, whoever is done first. */
async function* examineInOrder(readings, inspector) {
    const { lanes = 1 } = inspector;
    const underWay = [];
    let batch = [];
    let bytes = 0;
    let tray;
    const send = () => {
        const examined = examineBatch(batch, inspector);
        // Awaited in its turn; a failure before that is no unhandled one.
        examined.catch(() => undefined);
        underWay.push(examined);
        batch = [];
        bytes = 0;
    };
    for await (const some of readings) {
        for (const reading of Array.isArray(some) ? some : [some]) {
            const own = reading.kind === "fragment" ? inspector.trays?.of(reading.bytes) : tray;
            const isFull = own ? own !== tray : tray !== undefined || bytes >= BATCH_BYTES || batch.length >= BATCH_READINGS;
            if (isFull && batch.length > 0)
                send();
            for (const first of underWay.splice(0, underWay.length - lanes + 1))
                yield await first;
            tray = own;
            bytes += reading.kind === "fragment" ? reading.bytes.length : 0;
            batch.push(reading);
        }
    }
    send();
    for (const examined of underWay)
        yield await examined;
}
async function examineBatch(readings, inspector) {
    return { readings, inspected: await inspector.examineAll(readings.filter((reading) => reading.kind === "fragment")) };
}

// EXTERNAL MODULE: ./src/detector/telling.js
var telling = __webpack_require__(95056);
;// CONCATENATED MODULE: ./src/detector/inspect-all.js


const MAX_CREATED_BY = 200;
const MAX_SCRUBBED = 1 << 12;
/** Consumes `readings`. Every text in the locations and details that come back has been scrubbed. */
async function inspectAll(readings, inspector, ledger) {
    const clean = createCleaner(inspector);
    const findings = [];
    const gaps = [];
    const place = new PlaceMemory();
    const leave = () => findings.push(...place.leave().map((finding) => ({ ...finding, location: clean(finding.location) })));
    const take = (fragment, inspected) => {
        if (!place.continues(fragment))
            leave();
        ledger.examined("bytes", fragment.owned);
        if (inspected.gaps.length > 0)
            gaps.push(...inspected.gaps.map((gap) => ({ ...gap, location: clean(gap.location) })));
        place.add(inspected, fragment);
    };
    const recall = (recalled) => {
        leave();
        ledger.examined("bytes", recalled.bytes);
        findings.push(...recalled.findings.map((finding) => ({ ...finding, location: clean(finding.location) })));
        gaps.push(...recalled.gaps.map((gap) => ({ ...gap, location: clean(gap.location) })));
    };
    for await (const { readings: some, inspected } of examineInOrder(readings, inspector)) {
        const examined = inspected.values();
        for (const reading of some) {
            if (reading.kind === "fragment")
                take(reading, examined.next().value ?? inspector.examine(reading));
            else if (reading.kind === "gap")
                gaps.push({ ...reading.gap, location: clean(reading.gap.location), detail: inspector.scrub(reading.gap.detail) });
            else
                recall(reading);
        }
    }
    leave();
    return { findings, gaps };
}
/** How near to its beginning a window can't judge by itself, since what stands before is cut off. */
const MARGIN = 256;
/** What has been found in the place that is being read. */
class PlaceMemory {
    #last;
    /** By kind. */
    #kept = new Map();
    /** Whether the fragment's beginning was the last one's overlap. */
    continues({ place, start }) {
        const last = this.#last?.fragment;
        return last !== undefined && start > 0 && last.start + last.owned === start && (last.place === place || JSON.stringify(last.place) === JSON.stringify(place));
    }
    add(inspected, fragment) {
        const { findings, seen = findings.map(toSeen), counted = [] } = inspected;
        const before = this.continues(fragment) ? this.#last : undefined;
        findings.forEach((finding, index) => {
            if (before && isKnown(seen[index] ?? toSeen(finding), before, fragment))
                return;
            const kept = this.#keep((0,telling/* kindOf */.I)(finding));
            if (kept.findings.length < telling/* MAX_TOLD */.$u)
                kept.findings.push(finding);
            else
                kept.more++;
        });
        for (const { kind, count } of counted)
            this.#keep(kind).more += count;
        for (const one of seen)
            if (one.kind !== undefined && !(before && isKnown(one, before, fragment)))
                this.#keep(one.kind).more++;
        const reach = fragment.start + fragment.owned;
        const across = seen.filter((one) => one.end > reach).sort((a, b) => a.start - b.start);
        this.#last = { fragment, isComplete: inspected.seen !== undefined, seen: across, longest: across.reduce((most, { start, end }) => Math.max(most, end - start), 0) };
    }
    leave() {
        const findings = [...this.#kept.values()].flatMap(({ findings: kept, more }) => kept.map((finding, index) => (more > 0 && index === kept.length - 1 ? { ...finding, title: `${finding.title}, and ${more} more in this place` } : finding)));
        this.#kept.clear();
        this.#last = undefined;
        return findings;
    }
    #keep(kind) {
        const kept = this.#kept.get(kind) ?? { findings: [], more: 0 };
        this.#kept.set(kind, kept);
        return kept;
    }
}
/** True for what the window before has told, and for what it saw no reason to tell though it saw more of what stands before. */
function isKnown({ start, end }, before, fragment) {
    const reach = before.fragment.start + before.fragment.bytes.length;
    if (start >= reach)
        return false;
    const overlapping = findOverlapping(before, start, end);
    if (overlapping.length === 0)
        return before.isComplete && start < fragment.start + MARGIN && end <= reach;
    return overlapping.some((one) => one.told);
}
function findOverlapping({ seen, longest }, start, end) {
    let low = 0;
    for (let high = seen.length; low < high;) {
        const middle = (low + high) >> 1;
        if ((seen[middle]?.start ?? 0) + longest <= start)
            low = middle + 1;
        else
            high = middle;
    }
    const found = [];
    for (let one = seen[low]; one !== undefined && one.start < end; one = seen[++low])
        if (start < one.end)
            found.push(one);
    return found;
}
function toSeen(finding) {
    const start = "offset" in finding.location ? finding.location.offset ?? 0 : 0;
    return { start, end: start + 1, told: true };
}
/** Scrubs every text of a location; the texts of a layer come again with each of its files, so the last ones are kept. */
function createCleaner(inspector) {
    const known = new Map();
    const scrub = (text) => {
        const before = known.get(text);
        if (before !== undefined)
            return before;
        const after = inspector.scrub(text);
        if (known.size >= MAX_SCRUBBED)
            known.clear();
        known.set(text, after);
        return after;
    };
    return (location) => cleanLocation(location, scrub);
}
function cleanLocation(location, scrub) {
    switch (location.kind) {
        case "image": return {
            ...location,
            platform: scrub(location.platform),
            layer: location.layer && { ...location.layer, createdBy: shorten(scrub(location.layer.createdBy)) },
            members: location.members.map(scrub),
            ...(location.path !== undefined && { path: scrub(location.path) }),
        };
        case "log": return {
            ...location,
            file: scrub(location.file),
            ...(location.job !== undefined && { job: scrub(location.job) }),
            ...(location.step !== undefined && { step: scrub(location.step) }),
        };
        case "workflow": return { ...location, file: scrub(location.file), job: location.job === null ? null : scrub(location.job), path: location.path.map(scrub) };
        case "evidence": return { ...location, file: scrub(location.file), pointer: scrub(location.pointer) };
        default: return location;
    }
}
function shorten(text) {
    return text.length <= MAX_CREATED_BY ? text : `${text.slice(0, MAX_CREATED_BY - 1)}…`;
}


/***/ }),

/***/ 13106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readKnown)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38683);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30596);
// The two inputs that belong together: fingerprints, and the key that they were made with.



/** Reads both through `read` (a path and what it is for messages); undefined where neither was given. Throws InputError for one alone. */
async function readKnown(inputs, read) {
    const { known, "key-file": keyFile } = inputs;
    if (known === undefined && keyFile === undefined)
        return undefined;
    if (known === undefined || keyFile === undefined)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz("known and key-file: belong together; give both, or neither");
    const key = (0,_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .readKey */ .YZ)(await read(keyFile, "key file"));
    return (0,_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .openKnown */ .sz)(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(await read(known, "known file")).toString("utf8"), key);
}


/***/ }),

/***/ 56346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ findLeakedNames)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65086);
// Which known credentials stand in a report, for whoever rotates them.

/** Names of known credentials with an open finding, sorted, each once; their previews hold the name and nothing else. */
function findLeakedNames(findings) {
    const known = findings.filter(({ ruleId, disposition }) => disposition === "open" && (ruleId === _rules_js__WEBPACK_IMPORTED_MODULE_0__/* .knownValue */ .j.id || ruleId === _rules_js__WEBPACK_IMPORTED_MODULE_0__/* .knownValuePart */ .q.id));
    return [...new Set(known.map(({ preview }) => preview.slice(1, -1)))].sort();
}


/***/ }),

/***/ 63489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ ruleSamples)
/* harmony export */ });
/* harmony import */ var _cardholder_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66817);
/* harmony import */ var _credential_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83799);
/* harmony import */ var _sampler_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2513);
// One value for each rule that it must find: what a run plants into itself to prove that it would have seen a leak.



/** The same seed gives the same values; another seed other ones, which nobody has seen before. Values of binary files, one character a byte, stand in no text. */
function ruleSamples(seed, { binary = false } = {}) {
    const credential = _credential_index_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialRules */ .Z.flatMap((rule) => rule.samples.hit.slice(0, 1).map((template) => ({ ruleId: rule.id, text: (0,_sampler_js__WEBPACK_IMPORTED_MODULE_1__/* .createSampler */ .t)(`${seed}:${rule.id}`).expand(template) })));
    return [...credential.filter(({ text }) => binary || /^[\t\n\r -~]*$/.test(text)), ...(0,_cardholder_index_js__WEBPACK_IMPORTED_MODULE_2__/* .cardholderSamples */ .A)((0,_sampler_js__WEBPACK_IMPORTED_MODULE_1__/* .createSampler */ .t)(`${seed}:cardholder`))];
}


/***/ }),

/***/ 2513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createSampler)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _credential_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10508);
// Makes values that rules must find, from templates and a seed: nothing that looks like a credential ever rests in the repository.




const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGIT = "0123456789";
/** Character classes of templates; each part of a class occurs in every value that has room for it. */
const classes = {
    alnum: [UPPER, LOWER, DIGIT],
    alpha: [UPPER, LOWER],
    upper: [UPPER],
    lower: [LOWER],
    digit: [DIGIT],
    upperalnum: [UPPER, DIGIT],
    loweralnum: [LOWER, DIGIT],
    hex: ["abcdef", DIGIT],
    upperhex: ["ABCDEF", DIGIT],
    base32: [UPPER, "234567"],
    lowerbase32: [LOWER, "234567"],
    bech32: ["QPZRYXGFTVDWSJNKHCEMUAL", "023456789"],
    base64: [UPPER, LOWER, DIGIT, "+/"],
    base64url: [UPPER, LOWER, DIGIT, "-_"],
    base58: ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "123456789"],
    symbols: [LOWER, DIGIT, "!@#%^&*(-_=+)"],
    password: [UPPER, LOWER, DIGIT, "!#%^*+_-"],
};
/** The same seed makes the same values in the same order. */
function createSampler(seed) {
    const next = createSource(seed);
    const integer = (least, most) => least + Math.floor(next() * (most - least + 1));
    const pick = (characters) => characters.charAt(integer(0, characters.length - 1));
    const sampler = { expand: (template) => expandTemplate(template, sampler), integer, pick };
    return sampler;
}
/** Numbers from 0 to below 1, from SHA-256 in counter mode. */
function createSource(seed) {
    let block = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(0);
    let counter = 0;
    let at = 0;
    return () => {
        if (at + 4 > block.length) {
            block = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.hash)("sha256", `${seed}\0${counter++}`, "buffer");
            at = 0;
        }
        at += 4;
        return block.readUInt32BE(at - 4) / 2 ** 32;
    };
}
function expandTemplate(template, sampler) {
    let out = "";
    for (let at = 0; at < template.length; at++) {
        const character = template.charAt(at);
        if ((character === "{" || character === "}") && template.charAt(at + 1) === character) {
            out += character;
            at++;
        }
        else if (character === "{") {
            const end = findClosing(template, at);
            out += expandField(template.slice(at + 1, end), out, sampler);
            at = end;
        }
        else
            out += character;
    }
    return out;
}
function findClosing(template, open) {
    let depth = 0;
    for (let at = open; at < template.length; at++) {
        if (template.charAt(at) === "{")
            depth++;
        if (template.charAt(at) === "}" && --depth === 0)
            return at;
    }
    throw new Error(`a brace is never closed in the template ${template}`);
}
function expandField(field, before, sampler) {
    const cut = field.indexOf(":");
    const name = cut < 0 ? field : field.slice(0, cut);
    const argument = cut < 0 ? "" : field.slice(cut + 1);
    const alphabet = classes[name];
    if (alphabet)
        return characters(alphabet, length(argument, sampler), sampler);
    switch (name) {
        case "n": return "\n";
        case "crc32-base62": return (0,_credential_index_js__WEBPACK_IMPORTED_MODULE_3__/* .crc32Base62 */ .R_)(before.slice(-Number(argument)));
        case "crc32-hex": return (0,_credential_index_js__WEBPACK_IMPORTED_MODULE_3__/* .crc32Hex */ .T5)(before.replace(/_$/, ""));
        case "aws-id": return awsKeyId(sampler);
        case "uuid": return sampler.expand("{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}");
        case "pem": return toLines(randomBytes(Number(argument), sampler).toString("base64"));
        case "encode-base64": return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(sampler.expand(argument)).toString("base64");
        case "encode-base64url": return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(sampler.expand(argument)).toString("base64url");
        case "encode-hex": return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(sampler.expand(argument)).toString("hex");
        case "encode-gzip": return (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.gzipSync)(sampler.expand(argument)).toString("base64");
        default: throw new Error(`no template field is called ${name}`);
    }
}
function length(argument, sampler) {
    const [least = 1, most = least] = argument.split("-").map(Number);
    return sampler.integer(least, most);
}
/** Every part of the class once at a random place, the rest from all of it; hardly ever more than three equal characters in a row. */
function characters(parts, count, sampler) {
    const all = parts.join("");
    const out = [];
    while (out.length < count) {
        const character = sampler.pick(all);
        if (out.at(-1) !== character || out.at(-2) !== character)
            out.push(character);
    }
    if (count <= parts.length * 2)
        return out.join("");
    // One part to each stretch of the value, so that none takes another's place.
    const stretch = Math.floor(count / parts.length);
    parts.forEach((part, index) => { out[index * stretch + sampler.integer(0, stretch - 1)] = sampler.pick(part); });
    return out.join("");
}
/** Sixteen base-32 characters in the form of today: first bit set, an account below 10^12 (see judgement/structure.ts). */
function awsKeyId(sampler) {
    const alphabet = UPPER + "234567";
    const account = (1n << 40n) | BigInt(sampler.integer(1e11, 9e11));
    const bits = (account << 9n) | BigInt(sampler.integer(0, 511));
    let out = "";
    for (let place = 45n; place >= 0n; place -= 5n)
        out += alphabet.charAt(Number((bits >> place) & 31n));
    return out + characters([UPPER, "234567"], 6, sampler);
}
function randomBytes(count, sampler) {
    return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(Array.from({ length: count }, () => sampler.integer(0, 255)));
}
function toLines(text) {
    return (text.match(/.{1,64}/g) ?? []).join("\n");
}


/***/ }),

/***/ 76183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ scrubTexts)
/* harmony export */ });
// Names and expressions from the artefact go into reports: each text passes the detectors of credentials first.
/** A copy in which every text below `value` has passed `scrub`; keys are the product's own. */
function scrubTexts(value, scrub) {
    const known = new Map();
    const clean = (text) => {
        const scrubbed = known.get(text) ?? scrub(text);
        known.set(text, scrubbed);
        return scrubbed;
    };
    const visit = (item) => {
        if (typeof item === "string")
            return clean(item);
        if (Array.isArray(item))
            return item.map(visit);
        if (typeof item !== "object" || item === null)
            return item;
        return Object.fromEntries(Object.entries(item).map(([key, held]) => [key, visit(held)]));
    };
    return visit(value);
}


/***/ }),

/***/ 41861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ arrangeEntries),
/* harmony export */   W: () => (/* binding */ toEntries)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38683);
// What a layer is made of, and the one order in which it is written: the same entries always give the same bytes.

function toEntries(files) {
    return Object.entries(files).map(([path, content]) => ({ type: "file", path, content }));
}
/**
 * Sorted by code unit, parents before children, every parent folder explicit.
 * Throws InputError for a path that leaves the root, that is there twice, or that lies below something that is no folder.
 */
function arrangeEntries(entries) {
    const byPath = new Map();
    for (const entry of entries) {
        if (!isInside(entry.path))
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("A layer entry has a path that is not relative to the image's root; write it without leading slash, . and ..");
        if (byPath.has(entry.path))
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("A layer names the same path twice; leave one of the two entries out");
        byPath.set(entry.path, entry);
    }
    for (const { path } of entries)
        addParents(byPath, path);
    return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
function addParents(byPath, path) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        const parent = path.slice(0, at);
        const present = byPath.get(parent);
        if (present === undefined)
            byPath.set(parent, { type: "directory", path: parent });
        else if (present.type !== "directory")
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("A layer entry lies below an entry that is not a folder; give the upper one as a directory");
    }
}
function isInside(path) {
    return !path.includes("\0") && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}


/***/ }),

/***/ 22114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ writeTar)
/* harmony export */ });
/* harmony import */ var modern_tar__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51942);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41861);
// Entries to a tar stream that is the same for the same entries: no clock, no user, no order of a file system in it.


/** Files carry the epoch, not the build time, so that an unchanged layer keeps its digest from build to build. */
const OWNER_AND_TIME = { mtime: new Date(0), uid: 0, gid: 0, uname: "", gname: "" };
/** Headers are 512 bytes: without gathering, each would be a compression job and a write of its own. */
const CHUNK_BYTES = 1 << 17;
/** A ustar archive with pax records where a name is long. Throws InputError as arrangeEntries does, before the first byte. */
async function* writeTar(entries) {
    const arranged = (0,_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .arrangeEntries */ .N)(entries);
    const { readable, controller } = (0,modern_tar__WEBPACK_IMPORTED_MODULE_1__/* .createTarPacker */ .al)();
    const filling = fill(controller, arranged).catch((error) => controller.error(error));
    yield* gather(readable);
    await filling;
}
async function fill(controller, entries) {
    for (const entry of entries) {
        const writer = controller.add(toHeader(entry)).getWriter();
        if (entry.type === "file") {
            for await (const chunk of openContent(entry.content))
                await writer.write(chunk);
        }
        await writer.close();
    }
    controller.finalize();
}
function toHeader(entry) {
    switch (entry.type) {
        case "file":
            return { ...OWNER_AND_TIME, name: entry.path, type: "file", size: sizeOf(entry.content), mode: entry.mode ?? 0o644, ...toPax(entry.xattrs) };
        case "directory":
            return { ...OWNER_AND_TIME, name: `${entry.path}/`, type: "directory", size: 0, mode: entry.mode ?? 0o755 };
        case "symlink":
            return { ...OWNER_AND_TIME, name: entry.path, type: "symlink", size: 0, mode: 0o777, linkname: entry.target };
        case "hardlink":
            return { ...OWNER_AND_TIME, name: entry.path, type: "link", size: 0, mode: 0o644, linkname: entry.target };
        default:
            return entry;
    }
}
/** Extended attributes as pax records, the way GNU tar and container engines write them. */
function toPax(xattrs) {
    if (xattrs === undefined)
        return {};
    return { pax: Object.fromEntries(Object.entries(xattrs).map(([name, value]) => [`SCHILY.xattr.${name}`, value])) };
}
function sizeOf(content) {
    if (typeof content === "string")
        return Buffer.byteLength(content);
    return content instanceof Uint8Array ? content.length : content.size;
}
async function* openContent(content) {
    if (typeof content === "string")
        yield Buffer.from(content);
    else if (content instanceof Uint8Array)
        yield content;
    else
        yield* content.open();
}
async function* gather(chunks) {
    let held = [];
    let size = 0;
    for await (const chunk of chunks) {
        held.push(chunk);
        size += chunk.length;
        if (size < CHUNK_BYTES)
            continue;
        yield Buffer.concat(held, size);
        held = [];
        size = 0;
    }
    if (size > 0)
        yield Buffer.concat(held, size);
}


/***/ }),

/***/ 99453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readTerms)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10609);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70956);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38683);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79859);
/* harmony import */ var _file_input_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4627);
/* harmony import */ var _file_yaml_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94084);
// The terms that a user sets for the judgement: threshold, waivers, baseline.





/** Reads the waivers file, the ignore file of gitleaks where the repository has one, and the baseline report; throws InputError for any of them. */
async function readTerms(inputs, world) {
    const waivers = inputs.waivers === undefined ? [] : await readWaivers(world.cwd, inputs.waivers);
    const baseline = inputs.baseline === undefined ? new Set() : await readBaseline(world.cwd, inputs.baseline);
    const ignored = await readIgnored(world.cwd, inputs["gitleaks-ignore"]);
    return { failOn: inputs["fail-on"], waivers, ...(ignored.length > 0 && { ignored }), baseline, now: world.now() };
}
/** The name that gitleaks itself looks for may be missing; any other has to be there. */
const USUAL = ".gitleaksignore";
async function readIgnored(cwd, path) {
    if (path === undefined || (path === USUAL && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path))))
        return [];
    return (0,_finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readIgnoreFile */ .rj)((await (0,_file_input_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readInput */ .R)(cwd, path, "ignore file")).toString("utf8"), path);
}
async function readWaivers(cwd, path) {
    const text = (await (0,_file_input_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readInput */ .R)(cwd, path, "waivers file")).toString("utf8");
    return (0,_file_yaml_file_js__WEBPACK_IMPORTED_MODULE_4__/* .parseYaml */ .h)(text, _finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .waiversSchema */ .JW, `waivers file ${path}`).waivers;
}
async function readBaseline(cwd, path) {
    const text = (await (0,_file_input_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readInput */ .R)(cwd, path, "baseline report")).toString("utf8");
    let document;
    try {
        document = JSON.parse(text);
    }
    catch (error) {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .dz(`baseline report ${path} is not JSON; make it with --format json --output FILE`, { cause: error });
    }
    const report = _finding_index_js__WEBPACK_IMPORTED_MODULE_7__/* .reportSchema */ .Qh.safeParse(document);
    if (!report.success)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .dz(`baseline ${path} is not a report of this version; make it anew with --format json --output FILE`);
    return new Set(report.data.findings.map((finding) => finding.fingerprint));
}


/***/ }),

/***/ 62330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ describeTool)
/* harmony export */ });
/* harmony import */ var _version_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82829);

/** What a report says of the program that made it; `rules` counts and names by digest the rules in force. */
function describeTool(rules) {
    return { name: "pci-pipeline", version: _version_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .version */ .r, rules };
}


/***/ })

};
