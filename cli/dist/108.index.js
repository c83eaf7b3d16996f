export const id = 108;
export const ids = [108];
export const modules = {

/***/ 1666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ toCheckDigit),
/* harmony export */   r: () => (/* binding */ Digits)
/* harmony export */ });
/* harmony import */ var _separator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2385);
// The digits of one candidate at a time, as numbers: a window may hold a hundred thousand candidates, of which few are worth a string.

const LONGEST = 19;
/** What a digit counts for where the check doubles it. */
const doubled = Uint8Array.of(0, 2, 4, 6, 8, 1, 3, 5, 7, 9);
const ONE_TO_FIVE = 0b11_1110;
/** A row of zeros this long looks poor, and one of `nobody's` length is on no card. */
const POOR_ZEROS = 7;
const NOBODYS_ZEROS = 8;
/** Differences of two digits, from bit 0 for -9 on: none, and one up or down, also from nine to zero; FAR is next to no digit. */
const SAME = 1 << 9;
const STEPS = 1 | (1 << 8) | (1 << 10) | (1 << 18);
const FAR = -12;
class Digits {
    #digits = new Uint8Array(LONGEST);
    length = 0;
    /** Whether what follows is known of them. */
    #isSurveyed = false;
    /** A bit for each digit that occurs. */
    #kinds = 0;
    /** The longest row. */
    #zeros = 0;
    /** How many are the same as the one before, and how many are next to it. */
    #same = 0;
    #steps = 0;
    /** Of a text that is nothing but digits, nineteen at most. */
    static of(text) {
        const digits = new Digits();
        for (let at = 0; at < text.length; at++)
            digits.#digits[at] = text.charCodeAt(at) - 0x30;
        digits.length = text.length;
        return digits;
    }
    /** Takes the digits between two offsets; at most nineteen are. */
    read(bytes, start, end) {
        const digits = this.#digits;
        let length = 0;
        for (let at = start; at < end; at++)
            if ((0,_separator_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigit */ .yp)(bytes[at]))
                digits[length++] = bytes[at] - 0x30;
        this.length = length;
        this.#isSurveyed = false;
    }
    /** The first six as a number. */
    get leading() {
        const d = this.#digits;
        return ((((d[0] * 10 + d[1]) * 10 + d[2]) * 10 + d[3]) * 10 + d[4]) * 10 + d[5];
    }
    /** ISO/IEC 7812-1 annex B. */
    get hasCheckDigit() {
        const digits = this.#digits;
        let sum = 0;
        let at = this.length - 1;
        for (; at > 0; at -= 2)
            sum += digits[at] + doubled[digits[at - 1]];
        return (at === 0 ? sum + digits[0] : sum) % 10 === 0;
    }
    /** One digit over and over, or counting up or down. */
    get isSequence() {
        this.#survey();
        return this.#same === this.length - 1 || this.#steps >= this.length - 4;
    }
    /** Few different digits, or all of one to five: strokes, flags, counters. */
    get isPoor() {
        this.#survey();
        return (this.#kinds & ~ONE_TO_FIVE) === 0 || countBits(this.#kinds) <= 4 || this.#zeros >= POOR_ZEROS;
    }
    /** Many different digits, and not all near each other, as the small numbers of glyphs and samples are where they look like digits. */
    get isVaried() {
        this.#survey();
        const kinds = this.#kinds;
        return countBits(kinds) >= 6 && 31 - Math.clz32(kinds) - countBits((kinds & -kinds) - 1) > 5;
    }
    /** Groups of four that count up or down by the same number: `2486 2487 2488 2489`. */
    get isCounting() {
        const group = (at) => ((this.#digits[at] * 10 + this.#digits[at + 1]) * 10 + this.#digits[at + 2]) * 10 + this.#digits[at + 3];
        const step = group(4) - group(0);
        return this.length === 16 && group(8) - group(4) === step && group(12) - group(8) === step;
    }
    /** Nobody's account has eight zeros in a row. */
    get isNobodys() {
        this.#survey();
        return this.#zeros >= NOBODYS_ZEROS;
    }
    toString() {
        let text = "";
        for (let at = 0; at < this.length; at++)
            text += String.fromCharCode(this.#digits[at] + 0x30);
        return text;
    }
    #survey() {
        if (this.#isSurveyed)
            return;
        let kinds = 0;
        let zeros = 0;
        let row = 0;
        let same = 0;
        let steps = 0;
        let before = FAR;
        for (let at = 0; at < this.length; at++) {
            const digit = this.#digits[at];
            kinds |= 1 << digit;
            row = digit === 0 ? row + 1 : 0;
            if (row > zeros)
                zeros = row;
            same += (SAME >>> (digit - before + 9)) & 1;
            steps += (STEPS >>> (digit - before + 9)) & 1;
            before = digit;
        }
        this.#kinds = kinds;
        this.#zeros = zeros;
        this.#same = same;
        this.#steps = steps;
        this.#isSurveyed = true;
    }
}
function countBits(bits) {
    let count = 0;
    for (let rest = bits; rest !== 0; rest &= rest - 1)
        count++;
    return count;
}
/** The digit that makes `body` a number with a check digit. */
function toCheckDigit(body) {
    return [..."0123456789"].find((digit) => Digits.of(body + digit).hasCheckDigit) ?? "0";
}


/***/ }),

/***/ 92907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ issuerOf)
/* harmony export */ });
/** Narrow ranges stand before the wide ones that hold them. */
const networks = [
    { name: "American Express", ranges: [[34, 34], [37, 37]], lengths: [15] },
    { name: "Mir", ranges: [[2200, 2204]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
    { name: "Mastercard", ranges: [[51, 55], [2221, 2720]], lengths: [16] },
    { name: "JCB", ranges: [[3528, 3589]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
    { name: "Diners Club", ranges: [[300, 305], [3095, 3095], [36, 36], [38, 39]], lengths: [14, 15, 16, 17, 18, 19], doubtful: [14, 15, 16, 17, 18, 19] },
    { name: "Hipercard", ranges: [[606282, 606282], [637095, 637095], [637568, 637568], [637599, 637599], [637609, 637609], [637612, 637612]], lengths: [16] },
    { name: "Elo", ranges: [[401178, 401179], [431274, 431274], [438935, 438935], [451416, 451416], [457393, 457393], [457631, 457632], [504175, 504175], [506699, 506778], [509000, 509999], [627780, 627780], [636297, 636297], [636368, 636368], [650031, 650033], [650035, 650051], [650405, 650439], [650485, 650538], [650541, 650598], [650700, 650718], [650720, 650727], [650901, 650978], [651652, 651679], [655000, 655019], [655021, 655058]], lengths: [16] },
    { name: "RuPay", ranges: [[508500, 508999], [606985, 607984], [608001, 608500], [652150, 653149], [817200, 820199], [353800, 353999], [356000, 356999]], lengths: [16] },
    { name: "Visa", ranges: [[4, 4]], lengths: [13, 16, 19], doubtful: [13, 19] },
    { name: "Discover", ranges: [[6011, 6011], [644, 649], [65, 65]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
    { name: "UnionPay", ranges: [[62, 62], [810, 817]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19], unchecked: true },
    { name: "Verve", ranges: [[506099, 506198], [507865, 507964]], lengths: [16, 18, 19], doubtful: [18, 19] },
    { name: "Troy", ranges: [[9792, 9792]], lengths: [16] },
    { name: "Dankort", ranges: [[5019, 5019]], lengths: [16] },
    { name: "Humo", ranges: [[9860, 9860]], lengths: [16] },
    { name: "Uzcard", ranges: [[8600, 8600], [5614, 5614]], lengths: [16] },
    { name: "Maestro", ranges: [[5018, 5018], [5020, 5020], [5038, 5038], [5893, 5893], [6304, 6304], [6759, 6759], [6761, 6763], [6771, 6774]], lengths: [13, 14, 15, 16, 17, 18, 19], doubtful: [13, 14, 15, 17, 18, 19] },
    { name: "Maestro", ranges: [[500, 509], [56, 58], [60, 61], [63, 64], [66, 69]], lengths: [13, 14, 15, 16, 17, 18, 19], doubtful: [13, 14, 15, 16, 17, 18, 19] },
];
/** As long as the longest range's digits. */
const LEADING = 6;
/** Ranges of six leading digits. */
const ranges = networks.flatMap((network) => network.ranges.map(([from, to]) => {
    const scale = 10 ** (LEADING - String(from).length);
    return { from: from * scale, to: (to + 1) * scale - 1, issues: issuesOf(network) };
}));
function issuesOf(network) {
    return Array.from({ length: 20 }, (_, length) => (network.lengths.includes(length)
        ? { network: network.name, doubtful: network.doubtful?.includes(length) ?? false, unchecked: network.unchecked ?? false } : undefined));
}
/** The ranges that numbers may be in that begin with the same four digits. */
const byFour = Array.from({ length: 10_000 }, () => []);
for (const range of ranges)
    for (let four = Math.floor(range.from / 100); four * 100 <= range.to; four++)
        byFour[four]?.push(range);
/** Who may have issued the number; undefined for nobody. */
function issuerOf({ leading, length }) {
    for (const { from, to, issues } of byFour[Math.floor(leading / 100)] ?? []) {
        const issue = leading >= from && leading <= to ? issues[length] : undefined;
        if (issue)
            return issue;
    }
    return undefined;
}


/***/ }),

/***/ 47799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ testCards),
/* harmony export */   P: () => (/* binding */ isTestCard)
/* harmony export */ });
/* harmony import */ var _digits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1666);
// Card numbers that processors publish for tests. No number stands here as it is: body and check digit meet at run time.

/** Leading digits, how many zeros or which digits follow, without the check digit. */
const bodies = [
    // Visa: Stripe, Adyen, PayPal, Braintree, Square
    ["4111", "1111", "1111", "111"], ["4242", "4242", "4242", "424"], ["4012", "8888", "8888", "188"], ["4000", "0566", "5566", "555"], ["4000", "0000", "0000", "000"],
    ["4000", "0000", "0000", "007"], ["4000", "0000", "0000", "999"], ["4000", "0000", "0000", "341"], ["4000", "0025", "0000", "315"], ["4000", "0027", "6000", "318"], ["4005", "5192", "0000", "000"],
    ["4009", "3488", "8888", "188"], ["4012", "0000", "3333", "002"], ["4012", "0000", "7777", "777"], ["4217", "6511", "1111", "111"], ["4500", "6000", "0000", "006"], ["4532", "0151", "1283", "036"],
    ["4716", "2210", "5188", "566"], ["4917", "6100", "0000", "000"], ["4988", "4388", "4388", "430"], ["4166", "6766", "6766", "674"], ["4646", "4646", "4646", "464"], ["4444", "3333", "2222", "111"], ["4222", "2222", "2222", ""], ["4539", "1488", "0343", "646"], ["4485", "2757", "4230", "832"], ["4916", "3382", "0516", "088"],
    // Mastercard
    ["5555", "5555", "5555", "444"], ["5105", "1051", "0510", "510"], ["5200", "8282", "8282", "821"], ["2223", "0031", "2200", "322"], ["2223", "0000", "4840", "001"], ["5454", "5454", "5454", "545"], ["5431", "1111", "1111", "111"],
    ["5100", "2900", "2900", "290"], ["5577", "0000", "5577", "000"], ["5136", "3333", "3333", "333"], ["5585", "5585", "5585", "558"], ["5555", "4444", "3333", "111"], ["2222", "4107", "4036", "001"], ["2222", "4000", "7000", "000"], ["5500", "0000", "0000", "000"], ["5424", "0000", "0000", "001"],
    // American Express, Discover, Diners Club, JCB, UnionPay, Maestro
    ["3782", "8224", "6310", "00"], ["3714", "4963", "5398", "43"], ["3787", "3449", "3671", "00"], ["3700", "0000", "0000", "00"], ["3400", "0000", "0000", "00"],
    ["6011", "1111", "1111", "111"], ["6011", "0009", "9013", "942"], ["6011", "0000", "0000", "000"], ["6011", "9811", "1111", "111"], ["6445", "6445", "6445", "644"], ["6011", "6011", "6011", "661"],
    ["3056", "9309", "0259", "0"], ["3852", "0000", "0232", "3"], ["3622", "7206", "2716", "6"], ["3600", "6666", "3333", "4"], ["3000", "0000", "0000", "0"],
    ["3530", "1113", "3330", "000"], ["3566", "0020", "2036", "050"], ["3569", "9900", "1009", "584"], ["6200", "0000", "0000", "000"], ["6243", "0300", "0000", "000"], ["6759", "6498", "2643", "845"], ["6771", "7980", "2500", "000"], ["6062", "8288", "8866", "668"], ["5066", "9911", "1111", "111"], ["6362", "9700", "0045", "701"],
    // Braintree: what a number's answer says stands in its digits
    ["3787", "3449", "3671", "00"], ["3712", "6071", "4673", "00"], ["3782", "6751", "5471", "10"], ["3715", "4486", "8764", "01"], ["4023", "8984", "9398", "802"], ["4111", "1111", "1113", "101"], ["4111", "1111", "1111", "151"], ["4111", "1115", "1010", "101"], ["4111", "1111", "4101", "010"], ["4111", "1111", "1131", "010"],
    ["4111", "1111", "1113", "101"], ["4111", "1111", "1111", "210"], ["4111", "1111", "1121", "010"], ["4229", "9895", "0000", "000"], ["4229", "9898", "0000", "000"], ["4229", "9890", "0000", "001"], ["4000", "1111", "1111", "111"], ["4000", "1111", "1111", "151"], ["5066", "9911", "1111", "111"], ["6060", "7000", "0000", "000"], ["6370", "9500", "0000", "000"], ["6062", "8205", "2484", "532"],
    // Mercado Pago, dLocal, Conekta, Openpay, Culqi, Kushki, Wompi, PayU
    ["5031", "4332", "1540", "635"], ["5031", "7557", "3453", "060"], ["4509", "9535", "6623", "370"], ["4075", "5957", "1648", "376"], ["4235", "6477", "2802", "568"], ["4013", "5406", "8274", "626"], ["4168", "8188", "4444", "711"], ["4023", "6535", "2391", "437"], ["5416", "7526", "0258", "258"], ["5254", "1336", "7440", "356"], ["5474", "9254", "3267", "036"], ["3711", "8030", "3257", "52"], ["3743", "7818", "7755", "28"], ["3753", "6515", "5554", "51"],
    ["4009", "7500", "0000", "000"], ["4111", "1111", "1111", "203"], ["4097", "4400", "0000", "000"], ["5471", "3000", "0000", "000"], ["5120", "6973", "3333", "333"], ["5406", "2511", "0000", "000"], ["4574", "4410", "0000", "000"], ["4151", "6115", "2758", "328"],
    // Authorize.Net, Adyen, Global Payments, Checkout.com, Worldpay, Bambora, Razorpay, Stripe by country
    ["4007", "0000", "0002", ""], ["4012", "8888", "1888", ""], ["2223", "0000", "1030", "970"], ["2223", "0000", "1030", "971"], ["5555", "3412", "4444", "111"], ["2223", "5204", "4356", "001"], ["4871", "0499", "9999", "991"], ["4977", "9494", "9494", "949"], ["5103", "2219", "1119", "924"], ["4035", "5010", "0000", "000"], ["4360", "0000", "0100", "000"], ["5100", "0600", "0000", "000"],
    ["3451", "7792", "5488", "34"], ["4263", "9700", "0000", "526"], ["5425", "2300", "0000", "441"], ["4543", "4740", "0224", "999"], ["5436", "0310", "3060", "637"], ["4917", "3008", "0000", "000"], ["4484", "0700", "0000", "000"], ["4462", "0300", "0000", "000"], ["6334", "5805", "0000", "000"], ["4030", "0000", "1000", "123"], ["5100", "0000", "1000", "100"], ["3711", "0000", "1000", "13"], ["5267", "3181", "8797", "544"], ["4000", "0012", "4000", "000"], ["4000", "0082", "6000", "000"], ["5555", "5525", "0000", "100"],
    // Printed in the documentation of libraries that make or check numbers
    ["4427", "1634", "8866", ""], ["4882", "6649", "9900", ""], ["6375", "3265", "4676", "664"], ["5171", "2062", "3746", "849"], ["5103", "8202", "0221", "411"], ["6304", "0385", "1107", "382"], ["6240", "0086", "3140", "114"], ["6269", "9920", "5813", "432"], ["6282", "0015", "0909", "928"], ["6288", "9977", "1545", "258"], ["6212", "3456", "7890", "123"],
];
/** All published numbers, as digits. */
const published = new Set(bodies.map((parts) => parts.join("")).map((body) => body + (0,_digits_js__WEBPACK_IMPORTED_MODULE_0__/* .toCheckDigit */ .R)(body)));
/** What they begin with: few other numbers are worth a text. */
const fronts = new Set([...published].map((digits) => _digits_js__WEBPACK_IMPORTED_MODULE_0__/* .Digits */ .r.of(digits).leading));
/** One of each kind comes first. */
const testCards = [...published];
/** True for a published number, and for one that is mostly zeros: nobody's account has eight of them in a row. */
function isTestCard(digits) {
    return digits.isNobodys || (fronts.has(digits.leading) && published.has(digits.toString()));
}


/***/ }),

/***/ 2385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ isPart),
/* harmony export */   ho: () => (/* binding */ separatorAt),
/* harmony export */   yp: () => (/* binding */ isDigit)
/* harmony export */ });
// What people and programs put between the groups of a card number, as bytes.
/** Bytes that a separator may begin with. */
const joints = new Uint8Array(256);
/** Blank, tab, dash, dot, slash, underscore, the no-break space of Latin-1, and the first bytes of those of UTF-8 below. */
for (const byte of [0x20, 0x09, 0x2d, 0x2e, 0x2f, 0x5f, 0xa0, 0xc2, 0xe2])
    joints[byte] = 1;
/** 1 for digits, and for what a separator begins with or goes on with. */
const parts = joints.slice().fill(1, 0x30, 0x3a).fill(1, 0x80, 0xb0);
function isPart(byte) {
    return parts[byte] === 1;
}
function isDigit(byte) {
    return byte >= 0x30 && byte <= 0x39;
}
/** How many bytes the separator that begins at `at` has; 0 where none does. */
function separatorAt(bytes, at) {
    const byte = bytes[at];
    if (joints[byte] !== 1)
        return 0;
    if (byte < 0x80)
        return byte === 0x20 && bytes[at + 1] === 0x20 ? 2 : 1;
    if (byte === 0xa0)
        return 1;
    if (byte === 0xc2)
        return bytes[at + 1] === 0xa0 ? 2 : 0;
    return isWideBlankOrDash(bytes[at + 1], bytes[at + 2]) ? 3 : 0;
}
/** U+2000 to U+200A, U+202F and U+2212, and the dashes U+2010 to U+2015, behind their first byte in UTF-8. */
function isWideBlankOrDash(second, third) {
    if (second === 0x88)
        return third === 0x92;
    return second === 0x80 && ((third >= 0x80 && third <= 0x8a) || (third >= 0x90 && third <= 0x95) || third === 0xaf);
}


/***/ }),

/***/ 10508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R_: () => (/* binding */ crc32Base62),
/* harmony export */   T5: () => (/* binding */ crc32Hex),
/* harmony export */   vw: () => (/* binding */ checksums)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
// Checksums that vendors put into their tokens; each can be verified without asking anybody.


const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Names that a rule's `checksum` may have, each with the check of a whole token. */
const checksums = {
    /** GitHub and npm: prefix, random characters, CRC-32 of those as six base-62 digits. */
    "crc32-base62": (token) => {
        const start = token.indexOf("_") + 1;
        const end = Math.max(start, token.length - 6);
        return crcOf(token, start, end) === readBase62(token, end);
    },
    /** Grafana service accounts: CRC-32 of everything before the last underscore, little-endian, as eight hexadecimal digits. */
    "crc32-hex": (token) => {
        const cut = token.lastIndexOf("_");
        return crc32Hex(token.slice(0, cut)) === token.slice(cut + 1).toLowerCase();
    },
};
/** Polynomial of CRC-32 as zlib and gzip have it (ISO 3309), a remainder for each byte. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++)
        rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
});
/** Of a part of the text, one byte a character; for so few bytes a call out of the language costs more than the sum. */
function crcOf(text, start, end) {
    let rest = 0xffffffff;
    for (let at = start; at < end; at++)
        rest = (rest >>> 8) ^ remainders[(rest ^ text.charCodeAt(at)) & 0xff];
    return (rest ^ 0xffffffff) >>> 0;
}
/** The number that the rest of the text from `start` is in base 62; -1 for other characters and other lengths than six. */
function readBase62(text, start) {
    if (text.length - start !== 6)
        return -1;
    let sum = 0;
    for (let at = start; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const digit = code >= 0x61 && code <= 0x7a ? code - 0x3d : code >= 0x41 && code <= 0x5a ? code - 0x37 : code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
        if (digit < 0)
            return -1;
        sum = sum * 62 + digit;
    }
    return sum;
}
/** Six base-62 digits (0-9, A-Z, a-z), filled with zeros. */
function crc32Base62(text) {
    let rest = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(text);
    let digits = "";
    for (let place = 0; place < 6; place++) {
        digits = BASE62.charAt(rest % 62) + digits;
        rest = Math.floor(rest / 62);
    }
    return digits;
}
/** Four bytes, least first, as hexadecimal digits. */
function crc32Hex(text) {
    const bytes = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(4);
    bytes.writeUInt32LE((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(text));
    return bytes.toString("hex");
}


/***/ }),

/***/ 90634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ collectRules),
  E: () => (/* binding */ readOwnRules)
});

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/detector/credential/pattern/pattern.js + 3 modules
var pattern = __webpack_require__(34295);
// EXTERNAL MODULE: ./src/detector/credential/pattern/classes.js
var classes = __webpack_require__(86070);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/finding/finding.js
var finding = __webpack_require__(53401);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./src/detector/credential/rules-toml.js
// Reads a TOML text into the shape of a file of rules, and says in one sentence what is wrong with it.



/** `source` names the text in messages. Throws InputError with all problems at once. */
function parseRules(schema, text, source) {
    const parsed = schema.safeParse(parseToml(text, source));
    if (!parsed.success)
        throw new input_error/* InputError */.dz(`${source} holds rules that cannot be read: ${parsed.error.issues.map(toSentence).join("; ")}.`);
    return parsed.data;
}
function parseToml(text, source) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (error instanceof dist/* TomlError */.zx)
            throw new input_error/* InputError */.dz(`${source} is no valid TOML at line ${error.line}, column ${error.column}; correct it there.`);
        throw error;
    }
}
function toSentence(issue) {
    const keys = issue.code === "unrecognized_keys" ? ` ${issue.keys.join(", ")}` : "";
    return `${issue.path.join(".")}${keys}: ${issue.code === "unrecognized_keys" ? "unknown key" : issue.message}`;
}

;// CONCATENATED MODULE: ./src/detector/credential/own/rules-schema.js
// The shape of a file in the format of gitleaks (https://github.com/gitleaks/gitleaks#configuration), with our table [rules.pipeline] as an extra.



const lines = schemas/* array */.YOg(schemas/* string */.YjP());
const criteria = {
    description: schemas/* string */.YjP().default(""),
    condition: schemas/* string */.YjP().toUpperCase().pipe(schemas/* enum */.k5n(["OR", "AND", "||", "&&"], "is OR or AND")).default("OR"),
    commits: lines.default([]),
    paths: lines.default([]),
    regexTarget: schemas/* enum */.k5n(["secret", "match", "line"]).default("secret"),
    regexes: lines.default([]),
    stopwords: lines.default([]),
};
const allowlistSchema = schemas/* strictObject */.rej(criteria);
const sharedAllowlistSchema = schemas/* strictObject */.rej({ ...criteria, targetRules: lines.default([]) });
const ruleSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP().min(1),
    description: schemas/* string */.YjP().default(""),
    regex: schemas/* string */.YjP().default(""),
    path: schemas/* string */.YjP().default(""),
    secretGroup: schemas/* int */.Whr().min(0).default(0),
    entropy: schemas/* number */.aig().min(0).default(0),
    keywords: lines.default([]),
    tags: lines.default([]),
    allowlist: allowlistSchema.optional(),
    allowlists: schemas/* array */.YOg(allowlistSchema).default([]),
    pipeline: schemas/* looseObject */._H3({ title: schemas/* string */.YjP(), severity: schemas/* enum */.k5n(finding/* severities */.gO), controls: lines, remediation: schemas/* string */.YjP(), public_prefix: schemas/* string */.YjP() }).partial().optional(),
});
const fileSchema = schemas/* strictObject */.rej({
    title: schemas/* string */.YjP().optional(),
    description: schemas/* string */.YjP().optional(),
    minVersion: schemas/* string */.YjP().optional(),
    extend: schemas/* strictObject */.rej({ path: schemas/* string */.YjP().min(1).optional(), url: schemas/* string */.YjP().optional(), useDefault: schemas/* boolean */.zMY().default(false), disabledRules: lines.default([]) }).optional(),
    allowlist: sharedAllowlistSchema.optional(),
    allowlists: schemas/* array */.YOg(sharedAllowlistSchema).default([]),
    rules: schemas/* array */.YOg(ruleSchema).default([]),
});
/** Throws InputError with all problems at once; what the format has and we do not support is among them. */
function parseRulesFile({ name, text }) {
    const content = parseRules(fileSchema, text, name);
    if (content.extend?.url !== undefined)
        throw new input_error/* InputError */.dz(`${name} extends an address; keep a copy beside it and write extend.path.`);
    return content;
}

;// CONCATENATED MODULE: ./src/detector/credential/own/read-own-rules.js
// Brings the files of a user's rules together, as gitleaks does: what extends comes before what it extends.



/** As in gitleaks. */
const MOST_EXTENDED = 2;
/** The user's file and those it extends, by a `read` that gives the text of a path. Throws InputError for a file that extends too far or wrongly. */
async function collectRules(path, read) {
    const files = [];
    for (let next = path; next !== undefined;) {
        if (files.some(({ name }) => name === next))
            throw new input_error/* InputError */.dz(`${path} extends itself by way of ${next}; take one extend.path out.`);
        if (files.length > MOST_EXTENDED)
            throw new input_error/* InputError */.dz(`${path} extends more than ${MOST_EXTENDED} files deep; put them together.`);
        const file = { name: next, text: await read(next) };
        files.push(file);
        const { extend } = parseRulesFile(file);
        if (extend?.path !== undefined && extend.useDefault)
            throw new input_error/* InputError */.dz(`${next} has extend.path and extend.useDefault; keep one of them.`);
        next = extend?.path;
    }
    return files;
}
/** Throws InputError, with file and line, for what cannot be matched. */
function readOwnRules(files) {
    let merged = { rules: [], allowlists: [], builtIn: {}, disabled: [] };
    for (const file of files.toReversed())
        merged = extend(merged, parseRulesFile(file), new Origin(file));
    for (const rule of merged.rules)
        checkRule(rule);
    return merged;
}
/** Puts one file on top of those that it extends. */
function extend(base, content, origin) {
    const disabled = content.extend?.disabledRules ?? [];
    const rules = new Map(base.rules.filter(({ id }) => !disabled.includes(id)).map((rule) => [rule.id, rule]));
    const builtIn = { ...base.builtIn };
    for (const entry of content.rules) {
        const rule = merge(rules.get(entry.id), entry, origin);
        // Without an expression of its own an entry speaks of a built-in rule.
        if (rule.regex === undefined && rule.path === undefined)
            builtIn[entry.id] = [...(builtIn[entry.id] ?? []), ...toAllowlists(entry, origin)];
        else
            rules.set(entry.id, rule);
    }
    const shared = [];
    for (const entry of [...content.allowlists, ...(content.allowlist ? [content.allowlist] : [])]) {
        const list = origin.allowlist(entry);
        if (entry.targetRules.length === 0)
            shared.push(list);
        for (const id of entry.targetRules) {
            const rule = rules.get(id);
            if (rule)
                rules.set(id, { ...rule, allowlists: [...rule.allowlists, list] });
            else
                builtIn[id] = [...(builtIn[id] ?? []), list];
        }
    }
    const known = disabled.filter((id) => !base.rules.some((rule) => rule.id === id));
    return { rules: [...rules.values()], allowlists: [...shared, ...base.allowlists], builtIn, disabled: [...known.map((id) => ({ id, source: origin.sourceOf(id) })), ...base.disabled] };
}
/** An entry over one of the same id: what it says replaces, its lists are added. */
function merge(base, entry, origin) {
    const regex = entry.regex === "" ? base?.regex : origin.pattern(entry.regex, `rule ${entry.id}`);
    const path = entry.path === "" ? base?.path : origin.pattern(entry.path, `rule ${entry.id}`);
    return {
        id: entry.id,
        title: entry.pipeline?.title ?? (entry.description || base?.title || entry.id),
        severity: entry.pipeline?.severity ?? base?.severity ?? "high",
        controls: entry.pipeline?.controls ?? base?.controls ?? ["8.6.2"],
        remediation: entry.pipeline?.remediation ?? base?.remediation ?? "Revoke the credential where it was issued, and load its successor at run time from the secret store.",
        publicPrefix: entry.pipeline?.public_prefix ?? base?.publicPrefix ?? "",
        ...(regex !== undefined && { regex }),
        ...(path !== undefined && { path }),
        secretGroup: entry.secretGroup || (base?.secretGroup ?? 0),
        entropy: entry.entropy || (base?.entropy ?? 0),
        keywords: [...(base?.keywords ?? []), ...entry.keywords.map((keyword) => keyword.toLowerCase())],
        allowlists: [...(base?.allowlists ?? []), ...toAllowlists(entry, origin)],
    };
}
function toAllowlists(entry, origin) {
    return [...entry.allowlists, ...(entry.allowlist ? [entry.allowlist] : [])].map((list) => origin.allowlist(list));
}
function checkRule(rule) {
    const groups = rule.regex === undefined ? 0 : new pattern/* Pattern */.z(rule.regex).groups;
    if (rule.regex !== undefined && rule.secretGroup > groups)
        throw new input_error/* InputError */.dz(`rule ${rule.id} takes its value from group ${rule.secretGroup}, and its expression has ${groups}; correct secretGroup.`);
}
/** A file, and the lines on which its texts stand. */
class Origin {
    #file;
    constructor(file) {
        this.#file = file;
    }
    /** Name and line of the first place where `text` is written. */
    sourceOf(text) {
        const at = this.#file.text.indexOf(text);
        const escaped = at >= 0 ? at : this.#file.text.indexOf(text.replaceAll("\\", "\\\\"));
        return escaped < 0 ? this.#file.name : `${this.#file.name}:${this.#file.text.slice(0, escaped).split("\n").length}`;
    }
    pattern(source, owner) {
        try {
            void new pattern/* Pattern */.z(source);
            return source;
        }
        catch (error) {
            if (!(error instanceof classes/* PatternError */.JM))
                throw error;
            throw new input_error/* InputError */.dz(`${this.sourceOf(source)}: the expression of ${owner} ${error.message}.`, { cause: error });
        }
    }
    allowlist(entry) {
        const [first] = [...entry.regexes, ...entry.paths, ...entry.stopwords, ...entry.commits];
        if (first === undefined)
            throw new input_error/* InputError */.dz(`${this.#file.name} has an allowlist without any criterion; name paths, regexes, stopwords or commits.`);
        const owner = `the allowlist ${entry.description === "" ? "there" : `“${entry.description}”`}`;
        return {
            source: this.sourceOf(first),
            description: entry.description,
            all: entry.condition === "AND" || entry.condition === "&&",
            target: entry.regexTarget,
            regexes: entry.regexes.map((source) => this.pattern(source, owner)),
            paths: entry.paths.map((source) => this.pattern(source, owner)),
            stopwords: entry.stopwords.map((word) => word.toLowerCase()),
            commits: entry.commits.length > 0,
        };
    }
}


/***/ }),

/***/ 86070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ readEscapedPoint),
/* harmony export */   JM: () => (/* binding */ PatternError),
/* harmony export */   MF: () => (/* binding */ readBrackets),
/* harmony export */   WB: () => (/* binding */ readEscapedClass),
/* harmony export */   bs: () => (/* binding */ Cursor)
/* harmony export */ });
/* harmony import */ var _code_points_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1957);
// The text of an expression while it is read, its escapes and its classes in brackets.

/** What is wrong with an expression, as the end of a sentence. */
class PatternError extends Error {
    name = "PatternError";
}
/** A place in the text, which moves as it is read. */
class Cursor {
    #text;
    #at = 0;
    constructor(source) {
        this.#text = Array.from(source);
    }
    done() {
        return this.#at >= this.#text.length;
    }
    /** The character `ahead` of the next one; nothing behind the end. */
    peek(ahead = 0) {
        return this.#text[this.#at + ahead] ?? "";
    }
    next() {
        return this.#text[this.#at++] ?? "";
    }
    take(text) {
        for (let index = 0; index < text.length; index++)
            if (this.#text[this.#at + index] !== text[index])
                return false;
        this.#at += text.length;
        return true;
    }
    /** What matches the sticky `pattern` here within some characters, and moves behind it. */
    read(pattern) {
        const match = pattern.exec(this.#text.slice(this.#at, this.#at + 40).join(""));
        if (match)
            this.#at += match[0].length;
        return match;
    }
}
/** `\d`, `\pL`, `\P{Greek}` behind their backslash and letter; undefined for other escapes. */
function readEscapedClass(cursor, character) {
    const lower = character.toLowerCase();
    const perl = _code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .perlClasses */ .SW[lower];
    if (perl)
        return lower === character ? perl : (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(perl);
    if (lower !== "p")
        return undefined;
    const name = cursor.read(/^\{(\^?\w{1,30})\}/)?.[1] ?? cursor.next();
    const points = (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .unicodeClass */ .WS)(name.replace("^", ""));
    if (!points)
        throw new PatternError(`uses \\${character} with a name that Unicode has not`);
    return name.startsWith("^") === (character === "P") ? points : (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(points);
}
const controls = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
/** The code point of an escape, behind its backslash and first character. */
function readEscapedPoint(cursor, character) {
    if (character === "x") {
        const code = cursor.read(/^(?:[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]{1,6}\})/)?.[0];
        if (code !== undefined)
            return Number.parseInt(code.replace(/[{}]/g, ""), 16);
    }
    if (/^[0-7]$/.test(character)) {
        const more = cursor.read(/^[0-7]{0,2}/)?.[0] ?? "";
        if (character !== "0" && more === "")
            throw new PatternError("refers back to a group, which cannot be matched in bounded time");
        return Number.parseInt(character + more, 8);
    }
    const point = controls[character] ?? (/^[A-Za-z0-9]?$/.test(character) ? undefined : character.codePointAt(0));
    if (point === undefined)
        throw new PatternError(`uses the escape \\${character}, which RE2 has not`);
    return point;
}
/** The members of a class, behind its opening bracket; `fold` adds the other case. */
function readBrackets(cursor, fold) {
    const isNegative = cursor.take("^");
    const points = [];
    for (let first = true; first || cursor.peek() !== "]"; first = false) {
        if (cursor.done())
            throw new PatternError("has a bracket that is never closed");
        const named = cursor.read(/^\[:(\^?)(\w+):\]/);
        points.push(...(named ? readPosix(named[1] ?? "", named[2] ?? "") : readMember(cursor)));
    }
    cursor.next();
    const folded = fold((0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .unite */ ._f)(points));
    return isNegative ? (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(folded) : folded;
}
function readPosix(not, name) {
    const points = _code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .posixClasses */ .YF[name];
    if (!points)
        throw new PatternError(`uses the class [:${name}:], which RE2 has not`);
    return not === "" ? points : (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(points);
}
function readMember(cursor) {
    const character = cursor.next();
    const escaped = character === "\\" ? cursor.next() : undefined;
    const known = escaped === undefined ? undefined : readEscapedClass(cursor, escaped);
    if (known)
        return known;
    const from = escaped === undefined ? character.codePointAt(0) ?? 0 : readEscapedPoint(cursor, escaped);
    if (cursor.peek() !== "-" || cursor.peek(1) === "]" || cursor.peek(1) === "")
        return [[from, from]];
    cursor.next();
    const end = cursor.next();
    const to = end === "\\" ? readEscapedPoint(cursor, cursor.next()) : end.codePointAt(0) ?? 0;
    if (to < from)
        throw new PatternError("has a range that ends before it begins");
    return [[from, to]];
}


/***/ }),

/***/ 1957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   SP: () => (/* binding */ foldCase),
/* harmony export */   SW: () => (/* binding */ perlClasses),
/* harmony export */   WS: () => (/* binding */ unicodeClass),
/* harmony export */   YF: () => (/* binding */ posixClasses),
/* harmony export */   Zw: () => (/* binding */ complement),
/* harmony export */   _f: () => (/* binding */ unite),
/* harmony export */   qs: () => (/* binding */ toByteSequences),
/* harmony export */   xo: () => (/* binding */ LAST)
/* harmony export */ });
// Sets of code points as sorted ranges, the classes that RE2 knows by name, and how UTF-8 spells a range.
const LAST = 0x10ffff;
const ASCII = 0x7f;
/** A range as wide as this holds letters in both cases. */
const WIDE = 1024;
const anything = [[0, LAST]];
/** Sorted and joined. */
function unite(ranges) {
    const out = [];
    for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
        const last = out.at(-1);
        if (last && from <= last[1] + 1)
            last[1] = Math.max(last[1], to);
        else
            out.push([from, to]);
    }
    return out;
}
function complement(ranges) {
    const out = [];
    let next = 0;
    for (const [from, to] of unite(ranges)) {
        if (from > next)
            out.push([next, from - 1]);
        next = to + 1;
    }
    if (next <= LAST)
        out.push([next, LAST]);
    return out;
}
/** Adds the other case of every letter; wide ranges hold both already. */
function foldCase(ranges) {
    const out = [...ranges];
    for (const [from, to] of ranges)
        for (let code = from; code <= to && code - from < WIDE; code++)
            out.push(...otherCases(code));
    return unite(out);
}
function otherCases(code) {
    const character = String.fromCodePoint(code);
    return [character.toLowerCase(), character.toUpperCase()].flatMap((other) => {
        const point = other.codePointAt(0) ?? code;
        return other.length === String.fromCodePoint(point).length ? [[point, point]] : [];
    });
}
const ranges = (text) => (text.match(/../gs) ?? []).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);
/** Perl's classes; `\s` has no vertical tab in RE2. */
const perlClasses = { d: ranges("09"), w: ranges("09AZ__az"), s: ranges("\t\n\f\r  ") };
/** POSIX classes, in brackets only. */
const posixClasses = {
    alnum: ranges("09AZaz"), alpha: ranges("AZaz"), ascii: [[0, ASCII]], blank: ranges("\t\t  "), cntrl: [[0, 0x1f], [ASCII, ASCII]], digit: ranges("09"), graph: ranges("!~"), lower: ranges("az"),
    print: ranges(" ~"), punct: ranges("!/:@[`{~"), space: ranges("\t\r  "), upper: ranges("AZ"), word: ranges("09AZ__az"), xdigit: ranges("09AFaf"),
};
const unicode = new Map();
/** Code points of a Unicode category or script, such as `L` or `Greek`; undefined for no such name. */
function unicodeClass(name) {
    if (!/^[A-Za-z_]{1,40}$/.test(name))
        return undefined;
    const known = unicode.get(name);
    if (known)
        return known;
    const pattern = toUnicodePattern(name);
    if (!pattern)
        return undefined;
    const found = [];
    for (let code = 0; code <= LAST; code++) {
        if (!pattern.test(String.fromCodePoint(code)))
            continue;
        const last = found.at(-1);
        if (last?.[1] === code - 1)
            last[1] = code;
        else
            found.push([code, code]);
    }
    unicode.set(name, found);
    return found;
}
function toUnicodePattern(name) {
    for (const property of [`General_Category=${name}`, `Script=${name}`]) {
        try {
            return new RegExp(`^\\p{${property}}$`, "u");
        }
        catch {
            continue;
        }
    }
    return undefined;
}
/** A byte that belongs to no sequence stands for U+FFFD. */
const REPLACEMENT = 0xfffd;
function toByteSequences(points) {
    const sequences = points.flatMap(([from, to]) => split(from, to));
    const holdsStray = points.some(([from, to]) => from <= REPLACEMENT && REPLACEMENT <= to);
    return holdsStray ? [...sequences, [[0x80, 0xff]]] : sequences;
}
const lengthBorders = [ASCII, 0x7ff, 0xffff];
function split(from, to) {
    for (const border of lengthBorders)
        if (from <= border && border < to)
            return [...split(from, border), ...split(border + 1, to)];
    if (to <= ASCII)
        return [[[from, to]]];
    for (let bits = 6; bits <= 18; bits += 6) {
        const mask = (1 << bits) - 1;
        if ((from & ~mask) === (to & ~mask))
            continue;
        if ((from & mask) !== 0)
            return [...split(from, from | mask), ...split((from | mask) + 1, to)];
        if ((to & mask) !== mask)
            return [...split(from, (to & ~mask) - 1), ...split(to & ~mask, to)];
    }
    const first = encode(from);
    const last = encode(to);
    return [first.map((byte, index) => [byte, last[index] ?? byte])];
}
/** As the format does it, for halves of surrogate pairs too. */
function encode(code) {
    const tail = (shift) => 0x80 | ((code >> shift) & 0x3f);
    if (code <= 0x7ff)
        return [0xc0 | (code >> 6), tail(0)];
    return code <= 0xffff ? [0xe0 | (code >> 12), tail(6), tail(0)] : [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}


/***/ }),

/***/ 34295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ Pattern)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/detector/credential/pattern/threads.js
var threads = __webpack_require__(73979);
;// CONCATENATED MODULE: ./src/detector/credential/pattern/automaton.js

/** States that are kept; a program that makes more begins anew. */
const MOST_STATES = 2000;
/** What a byte costs beside the making of a state. */
const BYTES_A_STEP = 64;
const MATCHED = 1 << 30;
const UNKNOWN = 0;
class Automaton {
    #program;
    #classes;
    #stepper;
    #states = [];
    #ids = new Map();
    constructor(program) {
        this.#program = program;
        this.#classes = toClasses(program.code);
        this.#stepper = new Stepper(program.code);
        this.#clear();
    }
    /** The first match that begins at `from` or later. Throws WorkLimit. */
    find(bytes, from, work) {
        const { of } = this.#classes;
        let id = this.#id([this.#program.search], from === 0 ? threads/* EDGE */.KG : bytes[from - 1]);
        let begin = from;
        let end = -1;
        let at = from;
        for (; at <= bytes.length; at++) {
            const state = this.#states[id];
            if (state.isInitial)
                begin = at;
            const kind = at === bytes.length ? of.length - 1 : bytes[at];
            let move = state.moves[of[kind]];
            if (move === UNKNOWN)
                move = this.#move(state, of[kind], work);
            if ((move & MATCHED) !== 0)
                end = at;
            id = move & ~MATCHED;
            if (id === DEAD)
                break;
        }
        work.left -= Math.ceil((at - from) / BYTES_A_STEP);
        return end < 0 ? undefined : { from: begin, end };
    }
    #move(state, kind, work) {
        const after = this.#classes.sample[kind];
        const { ways, matched, cost } = this.#stepper.step(state, after);
        work.left -= cost;
        if (work.left < 0)
            throw new threads/* WorkLimit */.BL("matching used up its budget");
        if (this.#states.length >= MOST_STATES)
            this.#clear();
        const next = (ways.length === 0 ? DEAD : this.#id(ways, after)) | (matched ? MATCHED : 0);
        state.moves[kind] = next;
        return next;
    }
    #id(ways, before) {
        const edge = toEdge(before);
        const key = `${edge}:${ways.join()}`;
        const known = this.#ids.get(key);
        if (known !== undefined)
            return known;
        const isInitial = ways.length === 1 && ways[0] === this.#program.search;
        const id = this.#states.push({ ways, before: edge, isInitial, moves: new Int32Array(this.#classes.sample.length) }) - 1;
        this.#ids.set(key, id);
        return id;
    }
    /** The first two numbers stand for no state: for unknown, and for the one without any way. */
    #clear() {
        const none = { ways: [], before: threads/* EDGE */.KG, isInitial: false, moves: new Int32Array(0) };
        this.#states = [none, none];
        this.#ids = new Map();
    }
}
const DEAD = 1;
/** One byte of each kind that assertions tell apart. */
function toEdge(before) {
    if (before === threads/* EDGE */.KG || before === 0x0a)
        return before;
    return (0,threads/* isWord */.Jg)(before) ? 0x61 : 0x20;
}
/** Marks of instructions that were reached, wiped by counting on. */
class Marks {
    #marks;
    #round = 0;
    constructor(size) {
        this.#marks = new Uint32Array(size);
    }
    begin() {
        this.#round++;
    }
    /** False where it has been reached in this round before. */
    reach(at) {
        if (this.#marks[at] === this.#round)
            return false;
        this.#marks[at] = this.#round;
        return true;
    }
}
/** What the ways of a state come to behind the byte `after`. */
class Stepper {
    #code;
    #seen;
    #taken;
    constructor(code) {
        this.#code = code;
        this.#seen = new Marks(code.length);
        this.#taken = new Marks(code.length);
    }
    step({ ways, before }, after) {
        this.#seen.begin();
        this.#taken.begin();
        const next = [];
        const stack = ways.toReversed();
        let cost = 0;
        for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
            if (!this.#seen.reach(at))
                continue;
            cost++;
            const instruction = this.#code[at];
            if (instruction.op === "match")
                return { ways: next, matched: true, cost };
            if (instruction.op === "byte") {
                if (after !== threads/* EDGE */.KG && instruction.set[after] === 1 && this.#taken.reach(instruction.next))
                    next.push(instruction.next);
                continue;
            }
            if (instruction.op === "split")
                stack.push(instruction.other);
            if (instruction.op !== "assert" || (0,threads/* holdsBetween */.nk)(instruction.test, before, after))
                stack.push(instruction.next);
        }
        return { ways: next, matched: false, cost };
    }
}
/** Bytes that no instruction tells apart are of one class; the last entry stands for the end. */
function toClasses(code) {
    const tables = [...new Set(code.flatMap((instruction) => (instruction.op === "byte" ? [instruction.set] : [])))];
    const distinct = [...new Map(tables.map((set) => [set.join(""), set])).values()];
    const of = new Uint8Array(257);
    const sample = [];
    const known = new Map();
    for (let byte = 0; byte < 256; byte++) {
        const key = `${toEdge(byte)}:${distinct.map((set) => set[byte]).join("")}`;
        let kind = known.get(key);
        if (kind === undefined) {
            kind = sample.push(byte) - 1;
            known.set(key, kind);
        }
        of[byte] = kind;
    }
    of[256] = Math.min(255, sample.push(threads/* EDGE */.KG) - 1);
    return { of, sample };
}

// EXTERNAL MODULE: ./src/detector/credential/pattern/classes.js
var classes = __webpack_require__(86070);
// EXTERNAL MODULE: ./src/detector/credential/pattern/code-points.js
var code_points = __webpack_require__(1957);
;// CONCATENATED MODULE: ./src/detector/credential/pattern/syntax.js
// Reads expressions in the dialect of RE2 and Go (https://github.com/google/re2/wiki/Syntax), the one that gitleaks' files are written in.


/** As in Go. */
const MOST_REPEATED = 1000;
const DEEPEST = 250;
const COUNT = /^\{(\d{1,9})(,(\d{0,9}))?\}/;
/** Throws PatternError for what Go's regexp refuses too, and for \C. */
function readExpression(source) {
    const reader = new Reader(source);
    const root = reader.choice();
    if (!reader.done())
        throw new classes/* PatternError */.JM("has a closing parenthesis too many");
    return { root, groups: reader.groups };
}
class Reader {
    #cursor;
    #depth = 0;
    #flags = { i: false, m: false, s: false, U: false };
    groups = 0;
    constructor(source) {
        this.#cursor = new classes/* Cursor */.bs(source);
    }
    done() {
        return this.#cursor.done();
    }
    choice() {
        if (++this.#depth > DEEPEST)
            throw new classes/* PatternError */.JM(`nests deeper than ${DEEPEST} groups`);
        const items = [this.#sequence()];
        while (this.#cursor.take("|"))
            items.push(this.#sequence());
        this.#depth--;
        return items.length === 1 ? items[0] : { kind: "choice", items };
    }
    #sequence() {
        const items = [];
        while (!this.done() && this.#cursor.peek() !== "|" && this.#cursor.peek() !== ")") {
            if (this.#cursor.take("\\Q"))
                items.push(...this.#quoted());
            else
                items.push(...this.#repeated(this.#atom()));
        }
        return { kind: "sequence", items };
    }
    #quoted() {
        const items = [];
        while (!this.done() && !this.#cursor.take("\\E"))
            items.push(this.#literal(this.#cursor.next()));
        return [...items.slice(0, -1), ...this.#repeated(items.at(-1))];
    }
    #repeated(node) {
        if (!node)
            return [];
        let item = node;
        const counts = this.#counts();
        if (counts) {
            const lazy = this.#cursor.take("?");
            item = { kind: "repetition", item, ...counts, greedy: lazy === this.#flags.U };
            if (this.#counts())
                throw new classes/* PatternError */.JM("repeats a repetition, such as a++ or a**; put the inner one into (?:…)");
        }
        return [item];
    }
    #counts() {
        if (this.#cursor.take("*"))
            return { least: 0, most: Infinity };
        if (this.#cursor.take("+"))
            return { least: 1, most: Infinity };
        if (this.#cursor.take("?"))
            return { least: 0, most: 1 };
        const match = this.#cursor.read(COUNT);
        if (!match)
            return undefined;
        const least = Number(match[1]);
        const most = match[2] === undefined ? least : match[3] === "" ? Infinity : Number(match[3]);
        if (least > most || least > MOST_REPEATED || (most !== Infinity && most > MOST_REPEATED))
            throw new classes/* PatternError */.JM(`has a repetition that ends before it begins or counts beyond ${MOST_REPEATED}`);
        return { least, most };
    }
    /** Undefined for flags, which stand for nothing. */
    #atom() {
        if (this.#cursor.read(COUNT))
            throw new classes/* PatternError */.JM("repeats nothing with a count");
        const character = this.#cursor.next();
        switch (character) {
            case "(": return this.#group();
            case "[": return { kind: "set", points: (0,classes/* readBrackets */.MF)(this.#cursor, (points) => this.#fold(points)) };
            case ".": return { kind: "set", points: this.#flags.s ? code_points/* anything */.D8 : (0,code_points/* complement */.Zw)([[10, 10]]) };
            case "^": return { kind: "assertion", test: this.#flags.m ? "line-start" : "text-start" };
            case "$": return { kind: "assertion", test: this.#flags.m ? "line-end" : "text-end" };
            case "\\": return this.#escaped();
            case "*":
            case "+":
            case "?": throw new classes/* PatternError */.JM(`repeats nothing with ${character}`);
            default: return this.#literal(character);
        }
    }
    #group() {
        const before = this.#flags;
        let index = 0;
        if (this.#cursor.take("?")) {
            if (this.#cursor.take("P<") || (this.#cursor.peek() === "<" && !"=!".includes(this.#cursor.peek(1) || "=") && this.#cursor.take("<")))
                index = this.#named();
            else if (!this.#readFlags())
                return undefined;
        }
        else
            index = ++this.groups;
        const item = this.choice();
        if (!this.#cursor.take(")"))
            throw new classes/* PatternError */.JM("has a parenthesis that is never closed");
        this.#flags = before;
        return index === 0 ? item : { kind: "group", index, item };
    }
    #named() {
        let name = "";
        while (!this.done() && this.#cursor.peek() !== ">")
            name += this.#cursor.next();
        if (!this.#cursor.take(">") || !/^\w+$/.test(name))
            throw new classes/* PatternError */.JM("has a group whose name is no word");
        return ++this.groups;
    }
    /** True where a group follows; false for flags that hold until the end of the group around them. */
    #readFlags() {
        const [text = ""] = this.#cursor.read(/^[imsU-]{0,10}[:)]/) ?? [];
        if (text === "" || /-.*-|-[:)]$/.test(text))
            throw new classes/* PatternError */.JM("uses a group that RE2 has not: lookahead, lookbehind, atomic or conditional");
        const [on = "", off = ""] = text.slice(0, -1).split("-");
        const flags = { ...this.#flags };
        for (const flag of on)
            flags[flag] = true;
        for (const flag of off)
            flags[flag] = false;
        this.#flags = flags;
        return text.endsWith(":");
    }
    #escaped() {
        const character = this.#cursor.next();
        switch (character) {
            case "A": return { kind: "assertion", test: "text-start" };
            case "z": return { kind: "assertion", test: "text-end" };
            case "b": return { kind: "assertion", test: "word-edge" };
            case "B": return { kind: "assertion", test: "no-word-edge" };
            default: {
                const known = (0,classes/* readEscapedClass */.WB)(this.#cursor, character);
                const point = known ? 0 : (0,classes/* readEscapedPoint */.C6)(this.#cursor, character);
                return { kind: "set", points: this.#fold(known ?? [[point, point]]) };
            }
        }
    }
    #literal(character) {
        const code = character.codePointAt(0) ?? 0;
        return { kind: "set", points: this.#fold([[code, code]]) };
    }
    #fold(points) {
        return this.#flags.i ? (0,code_points/* foldCase */.SP)(points) : points;
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/pattern/program.js
// Turns a parsed expression into instructions over bytes, as Thompson's construction does: the size is bounded, and matching is linear in it.



/** Instructions of one expression; Go refuses what would grow much beyond this as well. */
const LARGEST = 30_000;
/** Throws PatternError for an expression that RE2 has not or that is too large. */
function compilePattern(source) {
    const { root, groups } = readExpression(source);
    const compiler = new Compiler();
    const match = compiler.add({ op: "match" });
    const end = compiler.add({ op: "save", slot: 1, next: match });
    const body = compiler.node(root, end);
    const start = compiler.add({ op: "save", slot: 0, next: body });
    const search = compiler.add({ op: "split", next: start, other: 0 });
    const skip = compiler.add({ op: "byte", set: new Uint8Array(256).fill(1), next: search });
    compiler.patch(search, skip);
    return { code: compiler.code, search, start, groups };
}
class Compiler {
    code = [];
    add(instruction) {
        if (this.code.length >= LARGEST)
            throw new classes/* PatternError */.JM(`is larger than ${LARGEST} steps; count less`);
        return this.code.push(instruction) - 1;
    }
    patch(at, other) {
        const instruction = this.code[at];
        if (instruction?.op === "split")
            instruction.other = other;
    }
    /** Where the node begins, if it goes on at `next`. */
    node(node, next) {
        switch (node.kind) {
            case "set": return this.#set(node.points, next);
            case "sequence": return node.items.toReversed().reduce((after, item) => this.node(item, after), next);
            case "choice": return node.items.toReversed().reduce((other, item, index) => (index === 0 ? this.node(item, next) : this.#split(this.node(item, next), other)), next);
            case "repetition": return this.#repetition(node, next);
            case "group": {
                const end = this.add({ op: "save", slot: node.index * 2 + 1, next });
                return this.add({ op: "save", slot: node.index * 2, next: this.node(node.item, end) });
            }
            case "assertion": return this.add({ op: "assert", test: node.test, next });
            default: return node;
        }
    }
    #split(next, other) {
        return this.add({ op: "split", next, other });
    }
    #set(points, next) {
        const single = new Uint8Array(256);
        const longer = (0,code_points/* toByteSequences */.qs)(points).filter((sequence) => {
            const [only] = sequence;
            if (sequence.length > 1 || !only || only[0] > 0x7f)
                return true;
            single.fill(1, only[0], only[1] + 1);
            return false;
        });
        const first = this.add({ op: "byte", set: single, next });
        if (longer.length === 0)
            return first;
        // Whatever is not ASCII: any sequence, or a byte that is part of none.
        const sequences = points.some(([from, to]) => from <= 0x80 && to >= code_points/* LAST */.xo) ? everything : longer;
        let other = this.#bytes(sequences.at(-1) ?? [], next);
        for (const sequence of sequences.slice(0, -1).toReversed())
            other = this.#split(this.#bytes(sequence, next), other);
        return this.#split(first, other);
    }
    #bytes(sequence, next) {
        return sequence.toReversed().reduce((after, [from, to]) => this.add({ op: "byte", set: new Uint8Array(256).fill(1, from, to + 1), next: after }), next);
    }
    #repetition({ item, least, most, greedy }, next) {
        const choose = (body, after) => (greedy ? this.#split(body, after) : this.#split(after, body));
        let after = next;
        if (most === Infinity) {
            const loop = this.#split(0, 0);
            const body = this.node(item, loop);
            this.code[loop] = greedy ? { op: "split", next: body, other: next } : { op: "split", next, other: body };
            after = loop;
            if (least > 0)
                after = this.node(item, loop);
            for (let count = 1; count < least; count++)
                after = this.node(item, after);
            return after;
        }
        for (let count = least; count < most; count++)
            after = choose(this.node(item, after), next);
        for (let count = 0; count < least; count++)
            after = this.node(item, after);
        return after;
    }
}
const everything = [
    [[0xc2, 0xdf], [0x80, 0xbf]], [[0xe0, 0xef], [0x80, 0xbf], [0x80, 0xbf]], [[0xf0, 0xf4], [0x80, 0xbf], [0x80, 0xbf], [0x80, 0xbf]], [[0x80, 0xff]],
];

;// CONCATENATED MODULE: ./src/detector/credential/pattern/pattern.js
// An expression of RE2 that can be asked for its matches; no expression and no text makes it take more than linear time.




/** More than a path or a line can cost. */
const PATIENCE = 1 << 26;
class Pattern {
    #program;
    #automaton;
    /** Throws PatternError. */
    constructor(source) {
        this.#program = compilePattern(source);
        this.#automaton = new Automaton(this.#program);
    }
    get groups() {
        return this.#program.groups;
    }
    /** Matches from left to right, none inside another; throws WorkLimit once `work` is used up. */
    *matches(bytes, work) {
        let last = -1;
        for (let from = 0; from <= bytes.length;) {
            const extent = this.#automaton.find(bytes, from, work);
            if (!extent)
                return;
            const slots = (0,threads/* findMatch */.TE)(this.#program, bytes, { from: extent.from, work });
            const [start, end] = [slots?.[0] ?? extent.from, slots?.[1] ?? extent.end];
            if (start < end || start !== last)
                yield [start, end];
            last = end;
            from = end > start ? end : end + 1;
        }
    }
    /** Start and end of the first match and of its groups; -1 where a group took no part. */
    groupsIn(text, work) {
        return (0,threads/* findMatch */.TE)(this.#program, external_node_buffer_.Buffer.from(text, "latin1"), { from: 0, work });
    }
    /** Whether there is a match in a path, a line or a value. */
    test(text) {
        return this.#automaton.find(external_node_buffer_.Buffer.from(text, "latin1"), 0, { left: PATIENCE }) !== undefined;
    }
}


/***/ }),

/***/ 73979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ WorkLimit),
/* harmony export */   Jg: () => (/* binding */ isWord),
/* harmony export */   KG: () => (/* binding */ EDGE),
/* harmony export */   TE: () => (/* binding */ findMatch),
/* harmony export */   nk: () => (/* binding */ holdsBetween)
/* harmony export */ });
class WorkLimit extends Error {
    name = "WorkLimit";
}
/** The leftmost match that begins at `from` or later, the preferred one of those. */
function findMatch(program, bytes, { from, work }) {
    const width = (program.groups + 1) * 2;
    let current = [{ at: program.search, slots: new Int32Array(width).fill(-1) }];
    let best;
    for (let offset = from; current.length > 0 && offset <= bytes.length; offset++) {
        const step = new Step(program.code, bytes, offset);
        for (const thread of current) {
            best = step.follow(thread) ?? best;
            if (step.matched)
                break;
        }
        work.left -= step.seen.size * (1 + (width >> 4));
        if (work.left < 0)
            throw new WorkLimit("matching used up its budget");
        current = step.next;
    }
    return best;
}
/** One position: what threads reach there without eating, and what they are behind the next byte. */
class Step {
    next = [];
    seen = new Set();
    matched = false;
    #code;
    #bytes;
    #offset;
    constructor(code, bytes, offset) {
        this.#code = code;
        this.#bytes = bytes;
        this.#offset = offset;
    }
    /** The slots of a match that ends here. */
    follow(thread) {
        const stack = [thread];
        for (let top = stack.pop(); top; top = stack.pop()) {
            if (this.seen.has(top.at))
                continue;
            this.seen.add(top.at);
            const instruction = this.#code[top.at];
            if (instruction.op === "match") {
                this.matched = true;
                return top.slots;
            }
            if (instruction.op === "split")
                stack.push({ at: instruction.other, slots: top.slots });
            if (instruction.op === "byte")
                this.#eat(instruction, top);
            else if (instruction.op !== "assert" || holds(instruction.test, this.#bytes, this.#offset))
                stack.push({ at: instruction.next, slots: this.#save(instruction, top) });
        }
        return undefined;
    }
    #eat({ set, next }, { slots }) {
        const byte = this.#bytes[this.#offset];
        if (byte !== undefined && set[byte] === 1)
            this.next.push({ at: next, slots });
    }
    #save(instruction, { slots }) {
        if (instruction.op !== "save")
            return slots;
        const copy = slots.slice();
        copy[instruction.slot] = this.#offset;
        return copy;
    }
}
/** Whether an assertion holds between the byte before `offset` and the one at it. */
function holds(test, bytes, offset) {
    return holdsBetween(test, offset === 0 ? EDGE : bytes[offset - 1], offset >= bytes.length ? EDGE : bytes[offset]);
}
/** Stands for no byte: before the first and behind the last one. */
const EDGE = 256;
function holdsBetween(test, before, after) {
    switch (test) {
        case "text-start": return before === EDGE;
        case "text-end": return after === EDGE;
        case "line-start": return before === EDGE || before === 0x0a;
        case "line-end": return after === EDGE || after === 0x0a;
        case "word-edge": return isWord(before) !== isWord(after);
        case "no-word-edge": return isWord(before) === isWord(after);
        default: return test;
    }
}
function isWord(byte) {
    return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || (byte >= 0x61 && byte <= 0x7a);
}


/***/ }),

/***/ 28108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ createInspector),
  i: () => (/* binding */ spread)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/finding/redact.js
var redact = __webpack_require__(40759);
;// CONCATENATED MODULE: ./src/detector/spans.js
// Values by the bytes that they span, kept so that what overlaps with a span is found without looking at all of them.
/** By where they begin, the longest first. */
function byStart(a, b) {
    return a.start - b.start || b.end - a.end;
}
/** In order: as they are where they come so, as most do, by the hundred thousand. */
function inOrder(values, compare) {
    for (let at = 1; at < values.length; at++)
        if (compare(values[at - 1], values[at]) > 0)
            return values.toSorted(compare);
    return values;
}
/** Bytes that share a bucket; values are rarely longer. */
const BUCKET = 256;
/** A span over more buckets than this stands in a list of its own, which is looked at each time. */
const WIDE = 64;
class Spans {
    #buckets = new Map();
    #wide = [];
    add(value) {
        const [first, last] = bucketsOf(value);
        if (last - first >= WIDE) {
            this.#wide.push(value);
            return;
        }
        for (let bucket = first; bucket <= last; bucket++) {
            const values = this.#buckets.get(bucket);
            if (values)
                values.push(value);
            else
                this.#buckets.set(bucket, [value]);
        }
    }
    /** Whether some value that overlaps with the span is one that `wanted` wants. */
    some(span, wanted) {
        const holds = (value) => value.start < span.end && span.start < value.end && wanted(value);
        const [first, last] = bucketsOf(span);
        for (let bucket = first; bucket <= last; bucket++)
            if (this.#buckets.get(bucket)?.some(holds))
                return true;
        return this.#wide.some(holds);
    }
    /** Takes out what overlaps with the span and is `unwanted`. */
    remove(span, unwanted) {
        const gone = new Set();
        this.some(span, (value) => {
            if (unwanted(value))
                gone.add(value);
            return false;
        });
        for (const value of gone)
            this.#takeOut(value);
        return [...gone];
    }
    #takeOut(value) {
        const [first, last] = bucketsOf(value);
        if (last - first >= WIDE)
            this.#wide = this.#wide.filter((other) => other !== value);
        else
            for (let bucket = first; bucket <= last; bucket++)
                this.#buckets.set(bucket, this.#buckets.get(bucket)?.filter((other) => other !== value) ?? []);
    }
}
function bucketsOf({ start, end }) {
    return [Math.floor(start / BUCKET), Math.floor((end - 1) / BUCKET)];
}
/** Keeps of several groups, narrowest first, what overlaps with nothing that was kept before; each group's members may overlap each other, then the first one stays. */
class Disjoint {
    /** In order, no two of them overlapping. */
    #kept = [];
    /** Those that were kept, in order. */
    get spans() {
        return this.#kept;
    }
    /** Takes the group's members, in the order of their starts, where there is room; gives those taken. */
    take(group) {
        const before = this.#kept;
        if (before.length === 0 && areApart(group))
            return this.#kept = group;
        const taken = [];
        const all = [];
        let next = 0;
        let reach = -1;
        for (const value of group) {
            for (let kept = before[next]; kept !== undefined && kept.end <= value.start; kept = before[++next])
                all.push(kept);
            if (value.start < reach || (before[next]?.start ?? Infinity) < value.end)
                continue;
            taken.push(value);
            all.push(value);
            reach = value.end;
        }
        this.#kept = all.concat(before.slice(next));
        return taken;
    }
}
function areApart(values) {
    let reach = 0;
    for (const { start, end } of values) {
        if (start < reach)
            return false;
        reach = end;
    }
    return true;
}

// EXTERNAL MODULE: ./src/detector/cardholder/separator.js
var separator = __webpack_require__(2385);
;// CONCATENATED MODULE: ./src/detector/cardholder/digit-run.js
// Where card numbers may stand: digits in a row, one separator between them allowed.

const SHORTEST = 13;
const LONGEST = 19;
/** Runs of at least thirteen digits and separators, in order; each lies in one of the `regions`. */
function findDigitRuns(bytes, regions = [{ start: 0, end: bytes.length }]) {
    const runs = [];
    for (const region of regions) {
        for (let at = region.start; at + SHORTEST <= region.end;) {
            // Seen from behind, what is no part of a run is seen soonest.
            let last = at + SHORTEST - 1;
            while (last >= at && (0,separator/* isPart */.QR)(bytes[last]))
                last--;
            const start = last + 1;
            const end = last < at && (0,separator/* isDigit */.yp)(bytes[start]) ? endOfRun(bytes, start) : start;
            if (end - start >= SHORTEST)
                runs.push({ start, end });
            at = Math.max(end, at + 1);
        }
    }
    return runs;
}
function endOfRun(bytes, at) {
    for (let end = at;;) {
        while (end < bytes.length && (0,separator/* isDigit */.yp)(bytes[end]))
            end++;
        const gap = end < bytes.length ? (0,separator/* separatorAt */.ho)(bytes, end) : 0;
        if (gap === 0 || !(0,separator/* isDigit */.yp)(bytes[end + gap]))
            return end;
        end += gap;
    }
}

;// CONCATENATED MODULE: ./src/detector/cardholder/rules.js
const cardNumber = {
    id: "card-number",
    title: "Card number in the clear",
    severity: "critical",
    controls: ["3.5.1", "3.4.1"],
    remediation: "Remove the number from what is built or logged, and keep a token or at most BIN and last four digits; treat the copies that were made as cardholder data.",
};
const testCardNumber = {
    id: "test-card-number",
    title: "Published test card number",
    severity: "low",
    controls: ["6.5.5"],
    remediation: "Nothing is exposed. Keep test numbers out of production images so that a real one stands out.",
};
const trackData = {
    id: "track-data",
    title: "Magnetic stripe data",
    severity: "critical",
    controls: ["3.3.1.1", "3.3.1"],
    remediation: "Delete the data everywhere it was copied to; track data may not be kept after authorization, encrypted or not.",
};
const cardVerificationValue = {
    id: "card-verification-value",
    title: "Card verification value beside a card number",
    severity: "critical",
    controls: ["3.3.1.2", "3.3.1"],
    remediation: "Stop writing the value, and delete the copies; it may not be kept after authorization, encrypted or not.",
};
const cardholderRules = [cardNumber, testCardNumber, trackData, cardVerificationValue];

;// CONCATENATED MODULE: ./src/detector/cardholder/text.js
// Text of the few places that expressions look at: that of a whole window costs more to make than to search.

const { latin1Slice } = external_node_buffer_.Buffer.prototype;
/** One character for each byte between the offsets, of which the second may lie behind the end. */
function textOf(bytes, from, to) {
    return latin1Slice.call(bytes, from, Math.max(from, Math.min(to, bytes.length)));
}

// EXTERNAL MODULE: ./src/detector/cardholder/number/digits.js
var number_digits = __webpack_require__(1666);
// EXTERNAL MODULE: ./src/detector/cardholder/number/issuer.js
var number_issuer = __webpack_require__(92907);
;// CONCATENATED MODULE: ./src/detector/cardholder/number/surroundings.js
// What stands around the candidates of one window, which come in order and lie close together: each byte is looked at once, not once for each candidate.


/** Knows of stretches that hold no byte of a kind. */
class Stretch {
    #bytes;
    #kinds;
    #from = 0;
    #to = 0;
    /** `kinds` has 1 for each byte of the kind. */
    constructor(bytes, kinds) {
        this.#bytes = bytes;
        this.#kinds = kinds;
    }
    /** Whether no byte of the kind stands between the offsets; quick where the one asked for before overlaps. */
    lacks(from, to) {
        if (from < this.#from || from > this.#to) {
            this.#from = from;
            this.#to = from;
        }
        let at = this.#to;
        while (at < to && this.#kinds[this.#bytes[at]] === 0)
            at++;
        this.#to = at;
        if (at >= to)
            return true;
        this.#from = at + 1;
        this.#to = at + 1;
        return false;
    }
}
const hexadecimal = new Uint8Array(256);
for (const character of "0123456789abcdefABCDEF")
    hexadecimal[character.charCodeAt(0)] = 1;
/** Characters of a word that counts, and how far before the offsets one may begin that reaches between them. */
const surroundings_SHORTEST = 10;
const FARTHEST = 40;
const LONGEST_NUMBER = 22;
const LONGEST_CARD = 19;
/** More words than there may be around a candidate. */
const ROOM = 64;
const LETTERS = 0;
const NUMBER = 1;
const CARD = 2;
const OTHER = 3;
const digits = new number_digits/* Digits */.r();
/** Words of hexadecimal digits around candidates, which come in order. */
class Words {
    #bytes;
    /** The words from #first up to #next, each at its number modulo ROOM. */
    #starts = new Int32Array(ROOM);
    #ends = new Int32Array(ROOM);
    #kinds = new Uint8Array(ROOM);
    #first = 0;
    #next = 0;
    /** How many of them there are of each kind. */
    #counts = new Int32Array(4);
    /** How far they are known. */
    #scanned = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** Many long numbers between the offsets that are no cards, or words of the same length: constants, identifiers. A list of cards is none. */
    isTable(from, to, length) {
        this.#forget(from + surroundings_SHORTEST);
        this.#scan(from + surroundings_SHORTEST, to - surroundings_SHORTEST);
        const cards = this.#counts[CARD];
        const others = this.#counts[NUMBER];
        return (cards + others >= 3 && cards < others) || (this.#counts[LETTERS] >= 2 && this.#hasTwo(length));
    }
    /** Words that end before `from`. */
    #forget(from) {
        for (; this.#first < this.#next && this.#ends[this.#first % ROOM] < from; this.#first++)
            this.#counts[this.#kinds[this.#first % ROOM]]--;
    }
    /** Words that end at `from` or behind it, up to those that begin at `to`. */
    #scan(from, to) {
        const bytes = this.#bytes;
        let at = this.#scanned;
        if (at < from - surroundings_SHORTEST) {
            at = from - surroundings_SHORTEST;
            while (at > this.#scanned && from - at < FARTHEST && hexadecimal[bytes[at - 1]] === 1)
                at--;
        }
        for (; at <= to; at++) {
            if (hexadecimal[bytes[at]] === 0)
                continue;
            const start = at;
            while (at < bytes.length && hexadecimal[bytes[at]] === 1)
                at++;
            if (at - start >= surroundings_SHORTEST && at >= from)
                this.#add(start, at);
        }
        this.#scanned = Math.max(at, this.#scanned);
    }
    #add(start, end) {
        const n = this.#next++ % ROOM;
        this.#starts[n] = start;
        this.#ends[n] = end;
        this.#kinds[n] = kindOf(this.#bytes, start, end);
        this.#counts[this.#kinds[n]]++;
    }
    #hasTwo(length) {
        let count = 0;
        for (let n = this.#first; n < this.#next; n++)
            if (this.#kinds[n % ROOM] === LETTERS && this.#ends[n % ROOM] - this.#starts[n % ROOM] === length)
                count++;
        return count >= 2;
    }
}
function kindOf(bytes, start, end) {
    for (let at = start; at < end; at++)
        if (bytes[at] > 0x39)
            return LETTERS;
    if (end - start > LONGEST_NUMBER)
        return OTHER;
    if (end - start > LONGEST_CARD)
        return NUMBER;
    digits.read(bytes, start, end);
    return (0,number_issuer/* issuerOf */.x)(digits) && digits.hasCheckDigit ? CARD : NUMBER;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/number/context.js
// What stands around a number, and what its digits look like by themselves: reasons to doubt that it is a card's, and reasons to believe it.



/** Words for cards in the languages of those who pay with them; parts of names count, parts of other words don't. */
const cardWords = /(?<![a-z])(?:(?:credit|debit|bank|gift|prepaid)?[ _-]?card(?:s|holder|[ _-]?(?:number|num|nr|no|n|holder|data|info))?|cc[ _-]?(?:number|num|nr|no|n|info))(?![a-z])|(?<![a-z])pan(?![a-z])|visa\b|\bamex|american.?express|master.?card|maestro|\bjcb\b|diners|unionpay|\brupay|hipercard|\bcv[vc]2?\b|exp(?:iry|iration|ires)?[ _-]?(?:date|month|year|mm|yy)|primary.?account|tarjeta|cart[aã]o|carte.?(?:bancaire|bleue|de)|(?:kredit|debit|giro)?karte|kart[ey]?(?:nnummer|_|\b)|карт|\bdf?_?0?02\b|\b(?:acct|account)[ _-]?(?:num|no|number)/i;
/** `cardNumber`, `billingCard`. */
const cardNames = /(?<![A-Za-z])card[A-Z]|(?<=[a-z])Card(?![a-z])/;
/** Names whose numbers are something else, and calls, whose bare arguments are seeds and constants. */
const otherNames = /(?:(?<![a-z])(?:id|ids|uid|gid|oid|pid|uuid|guid|time|timestamp|ts|date|epoch|nanos?|micros?|millis?|ns|us|ms|seed|rng|random|hash|crc\d*|checksum|sum|offset|size|bytes|length|len|nonce|serial|version|rev|revision|inode|addr|address|ptr|pointer|handle|isbn|imei|iccid|msisdn|phone|tel|fax|tracking|barcode|ean|gtin|sku|lat|lon|lng|snowflake|tweet|status|build|counter|ticks)|[a-z](?:Id|ID|Time|Seed|Hash|Size|Offset))["'\]]{0,2}[ \t]{0,4}(?:[:=]|=>|\()[ \t]{0,4}["']?$|[a-zA-Z_]\($/i;
/** What products are told apart by, in prose. */
const models = /\b(?:model|firmware|part|serial|bios)(?: (?:no\.?|number|id))? $/i;
const DASH = 0x2d;
/** Bytes around a number in which its context is looked for. */
const AROUND = 160;
const CLOSE = 64;
/** Among what is no text. */
const NEAR = 24;
const letters = new Uint8Array(256).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
/** Letters, digits and the underscore. */
const words = letters.slice().fill(1, 0x30, 0x3a).fill(1, 0x5f, 0x60);
const strange = Uint8Array.from({ length: 256 }, (_, byte) => (isText(byte) ? 0 : 1));
/** The context of numbers in one window, asked for in their order. */
class Context {
    #bytes;
    #close;
    #around;
    #plain;
    #words;
    constructor(bytes) {
        this.#bytes = bytes;
        this.#close = new Stretch(bytes, letters);
        this.#around = new Stretch(bytes, letters);
        this.#plain = new Stretch(bytes, strange);
        this.#words = new Words(bytes);
    }
    /** True where the text before or behind names cards. */
    namesCard(start, end) {
        const from = Math.max(0, start - CLOSE);
        const to = Math.min(this.#bytes.length, end + CLOSE);
        return !this.#close.lacks(from, to) && (namesCard(textOf(this.#bytes, from, start)) || namesCard(textOf(this.#bytes, end, to)));
    }
    /** The same directly before. */
    namesCardBefore(start) {
        return namesCard(textOf(this.#bytes, Math.max(0, start - NEAR), start));
    }
    /** Behind a name that stands for another number, or a call. */
    isNamedOtherwise(start) {
        if (this.#followsWord(start) && models.test(textOf(this.#bytes, Math.max(0, start - NEAR), start)))
            return true;
        return this.#followsOperator(start) && otherNames.test(textOf(this.#bytes, Math.max(0, start - CLOSE), start));
    }
    /** Part of a longer row of numbers or codes. One more group behind it may be an expiry date or a verification value. */
    isListed(start, end) {
        const from = Math.max(0, start - AROUND);
        const to = Math.min(this.#bytes.length, end + AROUND);
        const codes = this.#around.lacks(from, to) ? [] : (textOf(this.#bytes, from, to).match(/\b(?=[0-9A-F]*[A-F])[0-9A-F]{4}\b/gi) ?? []);
        return codes.length >= 3 || /(?:\d|[0-9A-F]{4})[ -]{1,2}$/i.test(textOf(this.#bytes, Math.max(0, start - 6), start)) || /^[ -]{1,2}(?:\d{1,2}|[0-9A-F]{4})[ -]{1,2}(?:\d|[0-9A-F]{4})/i.test(textOf(this.#bytes, end, Math.min(to, end + 12)));
    }
    /** Many long numbers close by that are no cards: constants, identifiers. */
    isNumberTable(start, end) {
        return this.#words.isTable(Math.max(0, start - AROUND), Math.min(this.#bytes.length, end + AROUND), end - start);
    }
    /** Among bytes that are no text a number stands for a card only where it is set off as a field is, and its digits vary. */
    isUnsure(start, end, digits) {
        const from = Math.max(0, start - NEAR);
        const to = Math.min(this.#bytes.length, end + NEAR);
        if (this.#plain.lacks(from, to))
            return false;
        let count = 0;
        for (let at = from; at < to; at++)
            count += strange[this.#bytes[at]];
        return count > 8 && (!digits.isVaried || !isFieldEdge(this.#bytes[start - 1] ?? 0) || !isFieldEdge(this.#bytes[end] ?? 0));
    }
    /** No part of a longer word, number, float, version, path or identifier. */
    standsAlone(start, end) {
        const bytes = this.#bytes;
        const before = bytes[start - 1] ?? 0;
        const after = bytes[end] ?? 0;
        if (words[before] === 1 || words[after] === 1)
            return false;
        if (before === 0x2e && ((0,separator/* isDigit */.yp)(bytes[start - 2] ?? 0) || !isText(bytes[start - 2] ?? 0x20)))
            return false;
        if ((after === 0x2e || after === DASH || after === 0x2f) && words[bytes[end + 1] ?? 0] === 1)
            return false;
        // A dash between groups, a sign, a path, a fragment, an escape, a sum.
        return before !== DASH && before !== 0x2f && before !== 0x23 && before !== 0x25 && before !== 0x2b;
    }
    /** Set off by nothing: in a file of records, as in a longer word. */
    startsLetter(end) {
        const after = this.#bytes[end] ?? 0;
        return words[after] === 1 && !(0,separator/* isDigit */.yp)(after);
    }
    /** Whether a blank stands before `start`, and what may end a word or an abbreviation before that. */
    #followsWord(start) {
        const before = this.#bytes[start - 2] ?? 0;
        return this.#bytes[start - 1] === 0x20 && (letters[before] === 1 || before === 0x2e);
    }
    /** Whether blanks and a quote before `start` are all that stands between it and one of `: = > (`. */
    #followsOperator(start) {
        const bytes = this.#bytes;
        let at = start - 1;
        if (bytes[at] === 0x22 || bytes[at] === 0x27)
            at--;
        for (let blanks = 0; blanks < 4 && (bytes[at] === 0x20 || bytes[at] === 0x09); blanks++)
            at--;
        const byte = bytes[at];
        return byte === 0x3a || byte === 0x3d || byte === 0x3e || byte === 0x28;
    }
}
function namesCard(text) {
    return cardWords.test(text) || cardNames.test(text);
}
/** Control characters, blanks, quotes, and `, : ; = |`. */
function isFieldEdge(byte) {
    return byte <= 0x20 || byte >= 0x7f || byte === 0x22 || byte === 0x27 || byte === 0x2c || byte === 0x3a || byte === 0x3b || byte === 0x3d || byte === 0x7c;
}
function isText(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/number/sqlite-record.js
/** How far before a value its record may begin. */
const MOST_BEFORE = 400;
const LONGEST_HEADER = 40;
/** Bytes of the serial types 0 to 9; "Record Format" in the file format of SQLite, sqlite.org/fileformat2.html#record_format. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
/** True where a record's header before the run gives the run as one whole text field. */
function isSqliteField(bytes, run) {
    for (let header = run.start - 2; header >= Math.max(0, run.start - MOST_BEFORE); header--) {
        const length = bytes[header];
        if (length >= 2 && length <= LONGEST_HEADER && header + length <= run.start && holdsField(bytes, { header, length, run }))
            return true;
    }
    return false;
}
/** In text every byte may pass for a length; a header has small types as well. */
function isTextOnly(bytes, from, to) {
    for (let at = from; at < to; at++)
        if (bytes[at] < 0x09 || bytes[at] > 0x7e)
            return false;
    return true;
}
function holdsField(bytes, { header, length, run }) {
    if (isTextOnly(bytes, header, header + length))
        return false;
    let field = header + length;
    for (let at = header + 1; at < header + length && field <= run.start; at++) {
        let type = bytes[at] & 0x7f;
        if (bytes[at] >= 0x80)
            type = (type << 7) | (bytes[++at] & 0x7f);
        if (type === 10 || type === 11)
            return false;
        const size = sizes[type] ?? (type - (type % 2 === 0 ? 12 : 13)) / 2;
        if (field === run.start && type % 2 === 1 && type > 12 && size === run.end - run.start)
            return true;
        field += size;
    }
    return false;
}

// EXTERNAL MODULE: ./src/detector/cardholder/number/test-card.js
var test_card = __webpack_require__(47799);
;// CONCATENATED MODULE: ./src/detector/cardholder/number/card-number.js
// Primary account numbers: digit runs with issuer, length and check digit, told from the many other numbers that have them by chance.









/** Its preview is made when it is asked for: most of a dump's numbers are only counted. */
class CardNumber {
    rule;
    start;
    end;
    rank = 0;
    confirmedBy;
    #bytes;
    constructor(bytes, { start, end, checked, isTest }) {
        this.rule = isTest ? testCardNumber : cardNumber;
        this.start = start;
        this.end = end;
        if (checked)
            this.confirmedBy = "luhn";
        this.#bytes = bytes;
    }
    get preview() {
        const digits = new number_digits/* Digits */.r();
        digits.read(this.#bytes, this.start, this.end);
        return (0,redact/* previewCardNumber */.wL)(digits.toString());
    }
}
/** The card numbers among `runs`, in order. */
function findCardNumbers(bytes, runs) {
    const cutter = new Cutter(bytes);
    for (let n = 0; n < runs.length; n++)
        cutter.cut(runs[n]);
    return cutter.found;
}
const card_number_DASH = 0x2d;
/** Whether the last groups are divided as on cards, and how many they are; `sizes` has four bits for each. */
function countGroups(sizes, same) {
    const three = sizes & 0xfff;
    if (same >= 2 && (three === 0x465 || three === 0x464 || three === 0x666 || three === 0x667))
        return 3;
    const four = sizes & 0xffff;
    if (same >= 3 && (four === 0x4444 || four === 0x4456))
        return 4;
    return same >= 4 && sizes >= 0x44441 && sizes <= 0x44443 ? 5 : 0;
}
/** Tries the numbers that runs may hold: each undivided part of fitting length, and parts that are divided the way cards are. */
class Cutter {
    found = [];
    #bytes;
    #digits = new number_digits/* Digits */.r();
    #context;
    /** Where the last groups begin, each at its number modulo eight. */
    #starts = new Int32Array(8);
    #groups = 0;
    /** Sizes of the last five, four bits each. */
    #sizes = 0;
    /** How many gaps in a row have been the same, and what stood in the last one. */
    #same = 0;
    #gap = 0;
    constructor(bytes) {
        this.#bytes = bytes;
        this.#context = new Context(bytes);
    }
    cut(run) {
        const bytes = this.#bytes;
        this.#sizes = 0;
        this.#same = 0;
        this.#gap = 0;
        for (let at = run.start;;) {
            let end = at;
            while (end < run.end && (0,separator/* isDigit */.yp)(bytes[end]))
                end++;
            this.#take(at, end);
            if (end >= run.end)
                return;
            at = end + this.#pass(end);
        }
    }
    #take(start, end) {
        const size = end - start;
        if (size >= SHORTEST && size <= LONGEST)
            this.#judge(start, end, false);
        this.#starts[this.#groups++ & 7] = start;
        this.#sizes = size > 7 ? 0 : ((this.#sizes << 4) | size) & 0xfffff;
        const count = this.#same >= 2 ? countGroups(this.#sizes, this.#same) : 0;
        if (count > 0)
            this.#judge(this.#starts[(this.#groups - count) & 7], end, true);
    }
    /** The gap behind a group, which ends at `at`; gives its length. */
    #pass(at) {
        const length = (0,separator/* separatorAt */.ho)(this.#bytes, at);
        let gap = 0;
        for (let next = at; next < at + length; next++)
            gap = (gap << 8) | this.#bytes[next];
        this.#same = gap === this.#gap ? this.#same + 1 : 1;
        this.#gap = gap;
        return length;
    }
    #judge(start, end, grouped) {
        if (this.found.length > 0 && this.found[this.found.length - 1].start === start)
            return;
        const isSetOff = this.#context.standsAlone(start, end);
        // In a file of records nothing sets a field off from the next.
        const mayBeField = !grouped && this.#context.startsLetter(end);
        if (!isSetOff && !mayBeField)
            return;
        const digits = this.#digits;
        digits.read(this.#bytes, start, end);
        const issuer = (0,number_issuer/* issuerOf */.x)(digits);
        if (!issuer)
            return;
        const checked = digits.hasCheckDigit;
        if ((!checked && !issuer.unchecked) || (digits.isSequence && !(0,test_card/* isTestCard */.P)(digits)))
            return;
        const isField = checked && mayBeField && isSqliteField(this.#bytes, { start, end });
        if (!isField && !(isSetOff && this.#isBelievable(issuer, { start, end, grouped, checked })))
            return;
        this.found.push(new CardNumber(this.#bytes, { start, end, checked, isTest: (0,test_card/* isTestCard */.P)(digits) }));
    }
    #isBelievable(issuer, { start, end, grouped, checked }) {
        const context = this.#context;
        const digits = this.#digits;
        if (!checked)
            return context.namesCardBefore(start);
        const isDoubtful = grouped ? context.isListed(start, end) || digits.isCounting || (issuer.doubtful && (this.#gap & 0xff) !== card_number_DASH)
            : issuer.doubtful || digits.isPoor || context.isUnsure(start, end, digits) || context.isNumberTable(start, end) || context.isNamedOtherwise(start);
        return !isDoubtful || (0,test_card/* isTestCard */.P)(digits) || context.namesCard(start, end);
    }
}

;// CONCATENATED MODULE: ./src/detector/cardholder/message-field.js
// Card numbers inside the messages of payment networks, where fields stand beside each other without a separator:
// ISO 8583 in text form (field 2), and EMV data in hexadecimal (tags 5A and 57; EMV book 3, annex A).






/** How far before a run its message type and bitmaps begin. */
const HEAD = 44;
const TAIL = 48;
/** The first field of each kind in the messages that hold one of `runs`. */
function findMessageFields(bytes, runs) {
    const found = new Map();
    for (let n = 0; n < runs.length; n++) {
        const run = runs[n];
        const from = Math.max(0, run.start - HEAD);
        const to = Math.min(bytes.length, run.end + TAIL, run.start + 256 + TAIL);
        if (!isWorthALook(bytes, run) || !mayHoldField(bytes, from, to))
            continue;
        const slice = textOf(bytes, from, to);
        for (const field of [...readIso8583(slice), ...readEmv(slice)]) {
            const moved = { ...field, start: from + field.start, end: from + field.end };
            if (!found.has(moved.start))
                found.set(moved.start, moved);
        }
    }
    return [...found.values()];
}
/** Longer than any number, behind a tag, or before a track's separator. */
function isWorthALook(bytes, { start, end }) {
    return end - start > LONGEST || isHexadecimal(bytes[start - 1]) || (bytes[end] | 0x20) === 0x64 || (bytes[start] === 0x35 && bytes[start + 1] === 0x37);
}
function isHexadecimal(code) {
    return (0,separator/* isDigit */.yp)(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}
/** Whether the front of a field or of a message type stands there at all: 5A0, 570, 571, or a zero with nothing of a word before it. */
function mayHoldField(bytes, from, to) {
    for (let at = from; at < to; at++) {
        const code = bytes[at];
        if (code === 0x30 && (at === from || !isWordOrDot(bytes[at - 1])))
            return true;
        if (code !== 0x35)
            continue;
        const second = bytes[at + 1];
        const third = bytes[at + 2];
        if (((second | 0x20) === 0x61 && third === 0x30) || (second === 0x37 && (third === 0x30 || third === 0x31)))
            return true;
    }
    return false;
}
function isWordOrDot(code) {
    return (0,separator/* isDigit */.yp)(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x2e;
}
/** Message type, one or two bitmaps of which the first has bits 2 and 3, length of field 2 in two digits, field 2. */
const message = /(?<![0-9A-Za-z.])(0[1-8][0-4][0-5])([0-9A-F]{16})/gi;
/** Field 3, the processing code, whose account types are tens, and field 4, the amount. */
const followers = /^\d{2}(?:\d0){2}\d{12}/;
function readIso8583(text) {
    const found = [];
    for (const match of text.matchAll(message)) {
        const first = Number.parseInt((match[2] ?? "").charAt(0), 16);
        if ((first & 6) !== 6)
            continue;
        const at = match.index + 20 + ((first & 8) === 0 ? 0 : 16);
        const length = Number(text.slice(at, at + 2));
        const field = toNumber(text, at + 2, length);
        if (field && followers.test(text.slice(field.end)))
            found.push({ ...field, isTrack: false });
    }
    return found;
}
/** Tag 5A: the number, filled up with F. Tag 57: number, D, expiry, service code and more, filled up with F. */
const application = /5A0([7-9A])(?=\d{13})/gi;
const track2 = /57(0[B-F]|1[0-3])(\d{13,19})D\d\d(?:0[1-9]|1[0-2])[1-9]\d\d/gi;
function readEmv(text) {
    const found = [];
    for (const match of text.matchAll(application)) {
        const at = match.index + 4;
        const nibbles = Number.parseInt(match[1] ?? "", 16) * 2;
        const length = /^\d+/.exec(text.slice(at, at + nibbles))?.[0].length ?? 0;
        const field = /^F?$/i.test(text.slice(at + length, at + nibbles)) ? toNumber(text, at, length) : undefined;
        if (field)
            found.push({ ...field, isTrack: false });
    }
    for (const match of text.matchAll(track2)) {
        const at = match.index + 4;
        const field = toNumber(text, at, match[2]?.length ?? 0);
        const end = at + Number.parseInt(match[1] ?? "", 16) * 2;
        if (field && /^\d+D\d+F?$/i.test(text.slice(at, end)))
            found.push({ ...field, end, isTrack: true });
    }
    return found;
}
function toNumber(text, start, length) {
    const number = text.slice(start, start + length);
    if (length < SHORTEST || length > LONGEST || number.length < length || !/^\d+$/.test(number))
        return undefined;
    const digits = number_digits/* Digits */.r.of(number);
    return (0,number_issuer/* issuerOf */.x)(digits) && digits.hasCheckDigit ? { start, end: start + length, isTest: (0,test_card/* isTestCard */.P)(digits) } : undefined;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/track-data.js
// Magnetic stripe data, ISO/IEC 7813. Keeping it after authorization is forbidden (PCI DSS 3.3.1.1), whatever protects it.





// Track 1: format code B, number, name, expiry, service code. Track 2: number, separator, expiry, service code.
const track1 = /^%?[Bb](\d{13,19})\^[A-Z0-9 .'/-]{2,26}\^\d{2}(?:0[1-9]|1[0-2])\d{3}[A-Z0-9 ]{0,48}(?:\?|(?![A-Za-z0-9]))/;
const track_data_track2 = /^;?(\d{13,19})[=Dd]\d{2}(?:0[1-9]|1[0-2])[1-9]\d{2}\d{0,20}(?:\?|[Ff]?(?![A-Za-z0-9]))/;
const [PERCENT, SEMICOLON, LETTER_B] = [0x25, 0x3b, 0x62];
/** More characters than a track has. */
const MOST = 128;
/** Tracks whose number is one of `runs`. */
function findTrackData(bytes, runs) {
    const found = [];
    for (let n = 0; n < runs.length; n++) {
        const { start, end } = runs[n];
        if (end - start > LONGEST || !isSeparator(bytes[end]))
            continue;
        const isFirst = ((bytes[start - 1] ?? 0) | 0x20) === LETTER_B;
        const at = isFirst ? start - 1 : start;
        const outer = bytes[at - 1] ?? 0;
        if (isLetterOrDigit(outer))
            continue;
        const track = readTrack(bytes, outer === PERCENT || outer === SEMICOLON ? at - 1 : at, isFirst ? track1 : track_data_track2);
        if (track)
            found.push(track);
    }
    return found;
}
function isLetterOrDigit(byte) {
    return (0,separator/* isDigit */.yp)(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
/** What stands behind a track's number: `= ^ D d`. */
function isSeparator(byte) {
    return byte === 0x3d || byte === 0x5e || byte === 0x44 || byte === 0x64;
}
function readTrack(bytes, at, pattern) {
    const match = pattern.exec(textOf(bytes, at, at + MOST));
    if (!match)
        return undefined;
    const digits = number_digits/* Digits */.r.of(match[1] ?? "");
    return (0,number_issuer/* issuerOf */.x)(digits) && digits.hasCheckDigit ? { start: at, end: at + match[0].length } : undefined;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/verification-value.js

/** How far from a card number a named value may stand. */
const verification_value_NEAR = 256;
const named = /^(?:cvv2?|cvc2?|cid|csc|cav2|card[_ -]?(?:verification|security)[_ -]?(?:value|code)|security[_-]?code|verification[_-]?value)["']?\s{0,3}(?:[:=]|=>|>)\s{0,3}["']?(\d{3,4})(?![\d.])/i;
/** More characters than a name and its value have. */
const verification_value_MOST = 64;
/** 1 for what a name begins with, and for what may not stand before it. */
const begins = toSet("cCsSvV");
const verification_value_words = toSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
function toSet(characters) {
    const set = new Uint8Array(256);
    for (const character of characters)
        set[character.charCodeAt(0)] = 1;
    return set;
}
/** Where between the offsets a word begins with c, s or v, or a part of a name behind an underscore; `to` where none does. */
function nextName(bytes, from, to) {
    for (let at = from; at < to; at++)
        if (begins[bytes[at]] === 1 && verification_value_words[bytes[at - 1] ?? 0] === 0)
            return at;
    return to;
}
/** Values named as such near one of the rule's numbers among `cards`, which come in order. */
function findVerificationValues(bytes, cards, rule) {
    const found = [];
    const places = joinNeighbourhoods(cards, rule);
    for (let n = 0; n < places.length; n += 2) {
        const end = Math.min(bytes.length, places[n + 1]);
        for (let at = nextName(bytes, places[n], end); at < end;) {
            const [all = "", digits = ""] = named.exec(textOf(bytes, at, Math.min(end, at + verification_value_MOST))) ?? [];
            const stop = at + all.length;
            if (all !== "")
                found.push({ start: stop - digits.length, end: stop, from: at });
            at = nextName(bytes, Math.max(stop, at + 1), end);
        }
    }
    return withNumbers(found, cards, rule);
}
/** Each begins with the number before it, where one is near. */
function withNumbers(values, cards, rule) {
    let next = 0;
    let before;
    return values.map((value) => {
        for (; next < cards.length && cards[next].end <= value.from; next++)
            if (cards[next].rule === rule)
                before = cards[next];
        return before && value.from - before.end <= verification_value_NEAR ? { ...value, from: before.start } : value;
    });
}
/** Start and end by turns of what is near the rule's cards; what is near several is searched once. */
function joinNeighbourhoods(cards, rule) {
    const joined = [];
    for (const card of cards) {
        if (card.rule !== rule)
            continue;
        if (joined.length > 0 && card.start - verification_value_NEAR <= joined[joined.length - 1])
            joined[joined.length - 1] = card.end + verification_value_NEAR;
        else
            joined.push(Math.max(0, card.start - verification_value_NEAR), card.end + verification_value_NEAR);
    }
    return joined;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/cardholder-detector.js
// Finds cardholder data in bytes: numbers, magnetic stripe data, and verification values beside a number.








function createCardholderDetector() {
    return { rules: cardholderRules, find: findCardholderData };
}
function findCardholderData(bytes, sifted) {
    const runs = findDigitRuns(bytes, sifted?.runs("digits"));
    if (runs.length === 0)
        return [];
    const numbers = findCardNumbers(bytes, runs);
    const fields = findMessageFields(bytes, runs);
    const tracks = inOrder(findTrackData(bytes, runs).concat(fields.filter((field) => field.isTrack)), byStart);
    for (const field of fields)
        if (!field.isTrack)
            numbers.push(new CardNumber(bytes, { ...field, checked: true }));
    const cards = outside(inOrder(numbers, byStart), tracks);
    const live = findVerificationValues(bytes, cards, cardNumber);
    const known = new Set(live.map(({ start }) => start));
    const test = findVerificationValues(bytes, cards, testCardNumber).filter(({ start }) => !known.has(start));
    const beside = [...tracks.map(toTrack), ...live.map((value) => toValue(value, cardVerificationValue)), ...test.map((value) => toValue(value, testVerificationValue))];
    return beside.length === 0 ? cards : inOrder([...cards, ...beside], byStart);
}
/** The numbers that are no part of a track; both come in order. */
function outside(numbers, tracks) {
    if (tracks.length === 0)
        return numbers;
    let next = 0;
    let reach = 0;
    return numbers.filter(({ start, end }) => {
        for (; next < tracks.length && tracks[next].start <= start; next++)
            reach = Math.max(reach, tracks[next].end);
        return reach <= start && (tracks[next]?.start ?? Infinity) >= end;
    });
}
/** Beside a number that is nobody's it is nobody's either. */
const testVerificationValue = { ...cardVerificationValue, title: "Card verification value beside a published test number", severity: "low" };
function toTrack({ start, end }) {
    return { rule: trackData, start, end, confirmedBy: "luhn", rank: 0, preview: (0,redact/* previewNothing */.Wm)("track data") };
}
function toValue({ start, end, from }, rule) {
    return { rule, start, end, from, rank: 0, preview: (0,redact/* previewNothing */.Wm)("verification value") };
}

;// CONCATENATED MODULE: ./src/detector/detector.js
/** The matches as they are told. */
function settleAll(matches) {
    return matches.map((match) => ({ ...match, rule: match.settle?.() ?? match.rule }));
}

// EXTERNAL MODULE: ./src/web-assembly/index.js
var web_assembly = __webpack_require__(74662);
// EXTERNAL MODULE: ./src/detector/sieve/alignment.js
var alignment = __webpack_require__(20489);
;// CONCATENATED MODULE: ./src/detector/sieve/classes.js
// What the module asks of single characters: whether base64 of text may have them at a place, what hexadecimal digits are worth, and what they may be part of.

const NIBBLES_AT = alignment/* ALIGNMENTS_BYTES */.d;
const KINDS_AT = NIBBLES_AT + 256;
const CLASSES_BYTES = KINDS_AT + 256;
/** Bits of wasm/sieve/kinds.ts: of a value without quotes, a quote, what may stand before it, what may stand between the groups of a number, and of base64. */
const [PLAIN, QUOTE, PREFIX, PART, SEXTET] = [1, 2, 4, 8, 16];
const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));
const kinds = [
    { bit: PLAIN, characters: visible.filter((character) => !"\"&'(),;<>[\\]`{|}".includes(character)) },
    { bit: QUOTE, characters: [..."\"'`"] },
    { bit: PREFIX, characters: [..."rbfuRBFU@$\\"] },
    { bit: SEXTET, characters: visible.filter((character) => /[\w+/-]/.test(character)) },
    // Blanks and dashes of UTF-8 are told apart by the host.
    { bit: PART, characters: [..." \t-./_\xc2\xe2", ...Array.from({ length: 48 }, (_, index) => String.fromCharCode(0x80 + index))] },
];
/** The alignments of base64's characters; then the values of hexadecimal digits; then the kinds. */
function toClasses() {
    const tables = new Uint8Array(CLASSES_BYTES).fill(0xff, NIBBLES_AT, KINDS_AT);
    tables.set((0,alignment/* toAlignments */.y)((byte) => byte));
    for (const digit of "0123456789abcdefABCDEF")
        tables[NIBBLES_AT + digit.charCodeAt(0)] = Number.parseInt(digit, 16);
    for (const { bit, characters } of kinds)
        for (const character of characters)
            tables[KINDS_AT + character.charCodeAt(0)] |= bit;
    return tables;
}

;// CONCATENATED MODULE: ./src/detector/sieve/literal.js
// What is searched for in every byte: literals of rules, pieces of the names that credentials have, and the four bytes that give each away.
/** Stands for a neighbour of a short literal. */
const NEIGHBOUR = -1;
/** The shortest literal: shorter ones stand everywhere. */
const literal_SHORTEST = 3;
/** Pieces of the names that credentials have. */
const namePieces = ["pass", "pwd", "pswd", "secr", "toke", "apik", "api_", "api-", "cred", "auth", "_key", "-key", ".key", "skey", "ekey", "nkey", "rkey", "gkey", "tkey", "ykey", "hkey", "pkey", "ckey", "_pat"];
/** The byte that must end the run behind a literal; -1 for any, and where a flood of the literal would be one run. */
function literal_endOfRun({ text, tail }) {
    const isInRun = Array.from(text).every((character) => tail?.chars.includes(character));
    return tail?.next === undefined || isInRun ? -1 : tail.next.charCodeAt(0);
}
/** Four bytes at an even or odd distance: within the literal where it is long enough, else with one neighbour. */
function rarestGram({ text, tail }, parity) {
    const codes = Array.from(text, (character) => character.charCodeAt(0));
    let best;
    for (let back = parity; back + 4 <= text.length; back += 2) {
        const gram = codes.slice(back, back + 4);
        if (!best || rarity(gram) > rarity(best.codes))
            best = { back, codes: gram };
    }
    if (best)
        return best;
    // What follows is known better than what stands before.
    const last = text.length - 3;
    const isFollowed = last >= parity && (last - parity) % 2 === 0 && (tail?.least ?? 0) > 0;
    if (isFollowed || parity === 0)
        return { back: last - ((last - parity) % 2), codes: [...codes.slice(-3), NEIGHBOUR] };
    return { back: -1, codes: [NEIGHBOUR, ...codes.slice(0, 3)] };
}
/** How rare characters are in programs and texts, in bits, upper and lower case being the same; others have RAREST. */
const bitsOf = new Map(Object.entries({ 3: " e", 4: "taoinsr", 5: "ldcump\":", 6: "fghyb.,/_-01=", 7: "wvkx();<>{}'", 8: "23456789", 10: "jqz" }).flatMap(([bits, characters]) => Array.from(characters, (character) => [character, Number(bits)])));
const RAREST = 9;
function rarity(gram) {
    return gram.reduce((sum, code) => sum + (bitsOf.get(String.fromCharCode(code).toLowerCase()) ?? RAREST), 0);
}

;// CONCATENATED MODULE: ./src/detector/sieve/table.js
// Lays the literals out in the memory of the WebAssembly module, as wasm/sieve.ts reads them.


/** Bits of a hash: so many that a bitmap of them is nearly empty, and few enough that it stays in the second cache level. */
const HASH_BITS = 21;
const FOLD = 0x20;
/** Bytes of a slot and of a list's head; wasm/sieve.ts says what they hold. */
const SLOT = 56;
const table_HEAD = 8;
const BITS_AT = 1024;
const CLASSES_AT = BITS_AT + (1 << (HASH_BITS - 3));
/** More slots than there can be. */
const MOST_SLOTS = 2 ** 24;
/** Throws for a literal that would stand everywhere. */
function layOut(literals) {
    const strings = new Strings();
    const { slots, index } = indexSlots(literals, strings);
    const tableAt = CLASSES_AT + CLASSES_BYTES;
    const listsAt = tableAt + index.size * 8;
    const listsSize = index.lists.reduce((sum, list) => sum + table_HEAD + list.length * SLOT, 0);
    const bytes = new Uint8Array(listsAt + listsSize + strings.size);
    bytes.set(toClasses(), CLASSES_AT);
    const layout = { table: tableAt, tableMask: index.size - 1, classes: CLASSES_AT, end: bytes.length };
    strings.writeTo(bytes, listsAt + listsSize);
    let end = listsAt;
    const addresses = index.lists.map((list) => {
        const at = end;
        end = writeList(bytes, list.map((number) => slots[number]), { at, stringsAt: listsAt + listsSize });
        return at;
    });
    index.writeTo(bytes, addresses, layout);
    return { bytes, layout };
}
/** Slots by the hash of their four bytes: some twenty thousand hashes, at the start of every run. */
function indexSlots(literals, strings) {
    const slots = [];
    const all = [];
    const add = (literal, number) => {
        if (literal.text.length < literal_SHORTEST)
            throw new Error(`the anchor ${literal.text} is shorter than three characters`);
        for (const parity of [0, 1]) {
            const gram = rarestGram(literal, parity);
            slots.push(toSlot({ literal, index: number, back: gram.back }, strings));
            all.push(toProducts(gram, literal));
        }
    };
    for (const text of namePieces)
        add({ text, caseless: true }, -1);
    literals.forEach(add);
    const index = new HashIndex(all.reduce((sum, hashes) => sum + hashes.length, 0));
    all.forEach((hashes, slot) => {
        for (const hash of hashes)
            index.add(hash, slot);
    });
    return { slots, index };
}
/** An open hash table as the module reads it, with the number of a list for its address; hashes with the same slots share one list. */
class HashIndex {
    size;
    lists = [];
    #products;
    #listOf;
    /** The list that a list becomes with a further slot; the key is made of both numbers. */
    #longer = new Map();
    constructor(most) {
        this.size = 1 << Math.ceil(Math.log2(Math.max(16, most * 2)));
        this.#products = new Int32Array(this.size);
        this.#listOf = new Int32Array(this.size).fill(-1);
    }
    /** A slot may come for the same product again, not with another one between. */
    add(product, slot) {
        let place = toHash(product) & (this.size - 1);
        while (this.#products[place] !== 0 && this.#products[place] !== product)
            place = (place + 1) & (this.size - 1);
        this.#products[place] = product;
        const before = this.#listOf[place];
        if (before >= 0 && this.lists[before].at(-1) === slot)
            return;
        const key = (before + 1) * MOST_SLOTS + slot;
        const longer = this.#longer.get(key) ?? this.lists.push([...(this.lists[before] ?? []), slot]) - 1;
        this.#longer.set(key, longer);
        this.#listOf[place] = longer;
    }
    writeTo(bytes, addresses, layout) {
        const words = new Int32Array(bytes.buffer, layout.table, this.size * 2);
        for (let place = 0; place < this.size; place++) {
            const product = this.#products[place];
            if (product === 0)
                continue;
            const hash = toHash(product);
            words[place * 2] = product;
            words[place * 2 + 1] = addresses[this.#listOf[place]];
            bytes[BITS_AT + (hash >>> 3)] |= 1 << (hash & 7);
        }
    }
}
/** With repetitions where letters of both cases may stand. */
function toProducts({ codes }, { tail }) {
    const free = codes.indexOf(NEIGHBOUR);
    const word = codes.reduce((sum, code, place) => sum | (place === free ? 0 : code << (place * 8)), 0);
    if (free < 0)
        return [multiply(word)];
    const isFollowed = free === 3 && tail !== undefined && tail.least > 0;
    const neighbours = isFollowed ? foldedOf(tail.chars) : foldedBytes;
    return neighbours.map((byte) => multiply(word | (byte << (free * 8))));
}
/** Upper and lower case are the same to hashing; many literals have the same tail. */
const folded = new Map();
function foldedOf(chars) {
    const known = folded.get(chars) ?? [...new Set(Array.from(chars, (character) => character.charCodeAt(0) | FOLD))];
    folded.set(chars, known);
    return known;
}
/** Any byte, as hashing sees it. */
const foldedBytes = Array.from({ length: 128 }, (_, n) => ((n >> 5) << 6) | 0x20 | (n & 0x1f));
/** Four bytes, read little-endian, upper and lower case being the same, times an odd number: no two words have the same product, and none has 0. */
function multiply(word) {
    return Math.imul(word | 0x20202020, 0x9e3779b1);
}
function toHash(product) {
    return product >>> (32 - HASH_BITS);
}
/** Each literal and each class of characters once; addresses count from the first. */
class Strings {
    size = 0;
    #all = [];
    #known = new Map();
    put(key, make) {
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const at = this.size;
        const bytes = make();
        this.#all.push(bytes);
        this.#known.set(key, at);
        this.size += bytes.length;
        return at;
    }
    writeTo(bytes, start) {
        let at = start;
        for (const piece of this.#all) {
            bytes.set(piece, at);
            at += piece.length;
        }
    }
}
/** Addresses of strings count from the first string until `writeList` puts them in their place. */
function toSlot({ literal, index, back }, strings) {
    const { text, caseless, tail } = literal;
    const folds = Uint8Array.from(text, (character) => (caseless && /[a-z]/i.test(character) ? FOLD : 0));
    const codes = Uint8Array.from(folds, (fold, at) => text.charCodeAt(at) | fold);
    const slot = new Uint8Array(SLOT);
    const view = new DataView(slot.buffer);
    [index, back, codes.length, tail?.least ?? 0].forEach((value, field) => view.setInt32(field * 4, value, true));
    slot.set(codes.subarray(0, 8), 16);
    slot.set(folds.subarray(0, 8), 24);
    slot.fill(0xff, 32, 32 + Math.min(8, codes.length));
    view.setInt32(40, strings.put(`codes ${caseless} ${text}`, () => codes), true);
    view.setInt32(44, strings.put(`folds ${caseless} ${text}`, () => folds), true);
    view.setInt32(48, strings.put(`class ${tail?.chars ?? ""}`, () => toClass(tail?.chars ?? "")), true);
    view.setInt32(52, literal_endOfRun(literal), true);
    return slot;
}
/** Gives the address behind the list. */
function writeList(bytes, slots, { at, stringsAt }) {
    const view = new DataView(bytes.buffer);
    view.setInt32(at, slots.length, true);
    slots.forEach((slot, number) => {
        const start = at + table_HEAD + number * SLOT;
        bytes.set(slot, start);
        for (const field of [40, 44, 48])
            view.setInt32(start + field, view.getInt32(start + field, true) + stringsAt, true);
    });
    return at + table_HEAD + slots.length * SLOT;
}
function toClass(chars) {
    const set = new Uint8Array(256);
    for (const character of chars)
        set[character.charCodeAt(0)] = 1;
    return set;
}

;// CONCATENATED MODULE: ./src/detector/sieve/memory.js
// The memory of the sieves of all threads: the tables once, then room for whoever asks.


/** Only what is touched is used; a sieve seldom needs more than this. */
const FIRST_BYTES = 1 << 26;
const BLOCK = 1 << 12;
/** Where the number of blocks that are given away stands, as an index of words; the tables leave it free. */
const COUNTER = 4;
class SieveMemory {
    shared;
    #bytes;
    /** On memory that holds the tables already, or on new memory with the tables of `literals`. */
    constructor(literals, shared) {
        this.shared = shared ?? prepare(literals);
        this.#bytes = new Uint8Array(this.shared.memory.buffer);
    }
    /** Address of as many bytes that nobody else uses, by a multiple of 4096. */
    reserve(size) {
        const { memory } = this.shared;
        const blocks = Math.ceil(size / BLOCK);
        const at = Atomics.add(new Int32Array(memory.buffer), COUNTER, blocks) * BLOCK;
        (0,web_assembly/* ensureMemory */.EJ)(memory, at + blocks * BLOCK);
        return at;
    }
    /** All bytes up to `end` at least. */
    upTo(end) {
        if (end > this.#bytes.length)
            this.#bytes = new Uint8Array(this.shared.memory.buffer);
        return this.#bytes;
    }
}
function prepare(literals) {
    const { bytes, layout } = layOut(literals);
    const memory = (0,web_assembly/* shareMemory */.Do)(Math.max(FIRST_BYTES, bytes.length * 2));
    new Uint8Array(memory.buffer).set(bytes);
    new Int32Array(memory.buffer)[COUNTER] = Math.ceil(bytes.length / BLOCK);
    return { memory, layout };
}

;// CONCATENATED MODULE: ./src/detector/sieve/module.generated.js
// Generated by `npm run generate` from wasm/sieve.ts; do not edit.
/** The WebAssembly module of 7223 bytes, in base64. */
const sieveModule = [
    "AGFzbQEAAAABLghgAn9/AGABfwBgAn9/AX9gA39+fgBgA39/fwBgAn9+AGABfwF/YAV/f39/fwACIQIGbWVtb3J5BWRyYWluAAEDZW52Bm1lbW9yeQIDAICABAMNDAQAAQACBQMDBgIHAAZREH8BQQALfwFBAAt/",
    "AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfwFBAAt/AUEAC38BQQALBx0DCWNvbmZpZ3VyZQALBHNpZnQACgZtZW1vcnkCAArYNgw7AQF/IwQjBUEDakgEQCMF",
    "EABBACQFCyMDIwVBAnRqIgMgADYCACADIAE2AgQgAyACNgIIIwVBA2okBQtlAQJ/IAAhAgNAIANBDUggASACSnEEQCMAIAJqLQAAQTBrQQpJBH8gA0EBagUgA0EAIwAgAmotAAAjAkGACmpqLQAAQQhxGwshAyAC",
    "QQFqIQIMAQsLIANBDU4EQCAAQX4gARABCwvvEAMEfwJ+CHtCASMMIwushP0MobCwsLCysrCwsDAYFBgQWCMAIABqIgH9AAQAIgf9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwBAAqAEGQQIAAAAAAAAAAAIAdBBP1t",
    "/Q79TiIL/WSt/QyhsLCwsLKysLCwMBgUGBBYIAH9AAQQIgj9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwBAAqAEGQQIAAAAAAAAAAAIAhBBP1t/Q79TiIM/WStQhCGhP0MobCwsLCysrCwsDAYFBgQWCAB/QAEICIJ",
    "/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAQAKgBBkECAAAAAAAAAAACAJQQT9bf0O/U4iDf1krUIghoT9DKGwsLCwsrKwsLAwGBQYEFggAf0ABDAiCv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAEACoAQZBAgAAAA",
    "AAAAAAAgCkEE/W39Dv1OIg79ZK1CMIaEIgVCAFIbQgBSBEACQCAFIAVCAYaEIwxCP4iEIAVCAoaEIwxCPoiEIAVCA4aEIwxCPYiEIQYgBSQMIAZCf1EEQCMLQUBrJAsMAQsgBkJ/hXqnIgEjC2pBEE4EQCAAIwtr",
    "IAAgAWpBA2sQAgsgBkJ/hXmnJAsgBkJ/IAGshoNCfyMLrIiDIgYgBkIBiIMiBSAFQgKIgyIFIAVCBIiDIgUgBUIIiIMhBQNAIAVCAFIEQCAFeqciASAGIAGsiEJ/hXqnaiECIAAgAWogACACakEDaxACIAVCfyAC",
    "rIaDIQUMAQsLCwsCQCAL/QwICAgICAgICAgICAgICAgI/Sz9ZK0gDP0MCAgICAgICAgICAgICAgICP0s/WStQhCGhCAN/QwICAgICAgICAgICAgICAgI/Sz9ZK1CIIaEIA79DAgICAgICAgICAgICAgICAj9LP1k",
    "rUIwhoQiBUJ/UQRAIw1BQGskDQwBCyAFQn+FeqciASMNakEQTgRAIAAjDWsgACABahAECyAFQn+FeackDSAFQn8gAayGg0J/Iw2siIMiBiAGQgGIgyIFIAVCAoiDIgUgBUIEiIMiBSAFQgiIgyEFA0AgBUIAUgRA",
    "IAV6pyIBIAYgAayIQn+FeqdqIQIgACABaiAAIAJqEAQgBUJ/IAKshoMhBQwBCwsLIAsgDP1QIA0gDv1Q/VD9DAcHBwcHBwcHBwcHBwcHBwf9Tv1TRQRADwsgB/0MAAAAAAAAAAAAAAAAAAAAAP0j/WStIAj9DAAA",
    "AAAAAAAAAAAAAAAAAAD9I/1krUIQhoQgCf0MAAAAAAAAAAAAAAAAAAAAAP0j/WStQiCGhCAK/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZK1CMIaEIgVCAFIEQCAAIAUgB/0MICAgICAgICAgICAgICAgIP1x/QxfX19f",
    "X19fX19fX19fX19f/SYgB/0MCQkJCQkJCQkJCQkJCQkJCf1x/QwFBQUFBQUFBQUFBQUFBQUF/Sb9UP1krSAI/QwgICAgICAgICAgICAgICAg/XH9DF9fX19fX19fX19fX19fX1/9JiAI/QwJCQkJCQkJCQkJCQkJ",
    "CQkJ/XH9DAUFBQUFBQUFBQUFBQUFBQX9Jv1Q/WStQhCGhCAJ/QwgICAgICAgICAgICAgICAg/XH9DF9fX19fX19fX19fX19fX1/9JiAJ/QwJCQkJCQkJCQkJCQkJCQkJ/XH9DAUFBQUFBQUFBQUFBQUFBQX9Jv1Q",
    "/WStQiCGhCAK/QwgICAgICAgICAgICAgICAg/XH9DF9fX19fX19fX19fX19fX1/9JiAK/QwJCQkJCQkJCQkJCQkJCQkJ/XH9DAUFBQUFBQUFBQUFBQUFBQX9Jv1Q/WStQjCGhCIGEAggACAFIAYQBwsgB/0MJSUl",
    "JSUlJSUlJSUlJSUlJf0j/WStIAj9DCUlJSUlJSUlJSUlJSUlJSX9I/1krUIQhoQgCf0MJSUlJSUlJSUlJSUlJSUlJf0j/WStQiCGhCAK/QwlJSUlJSUlJSUlJSUlJSUl/SP9ZK1CMIaEIQUDQCAFQgBSBEAgACAF",
    "eqdqIQEgBSAFQgF9gyEFIwJBgAhqIgIjACABQQJqai0AAGotAAAiA0EQSSMAIAFBAWpqLQAAIAJqLQAAIgJBEElxBH8gA0ELRiACQQFHcgVBAAsEQCABQXogAUEDahABCwwBCwsgB/0MJiYmJiYmJiYmJiYmJiYm",
    "Jv0j/WStIAj9DCYmJiYmJiYmJiYmJiYmJib9I/1krUIQhoQgCf0MJiYmJiYmJiYmJiYmJiYmJv0j/WStQiCGhCAK/QwmJiYmJiYmJiYmJiYmJiYm/SP9ZK1CMIaEIQUDQCAFQgBSBEAgACAFeqdqIQEgBSAFQgF9",
    "gyEFIwAgAWotAAEiAkHxAEYgAkEjRnIEf0EBBSACQeEARgR/IwAgAWotAAJB8ABGBUEACwsEQCABQXggAUEBahABCwwBCwsgB/0MXFxcXFxcXFxcXFxcXFxcXP0j/WStIAj9DFxcXFxcXFxcXFxcXFxcXFz9I/1k",
    "rUIQhoQgCf0MXFxcXFxcXFxcXFxcXFxcXP0j/WStQiCGhCAK/QxcXFxcXFxcXFxcXFxcXFxc/SP9ZK1CMIaEIQUDQCAFQgBSBEAgACAFeqdqIQMgBSAFQgF9gyEFIwAgA2oiAi0AASIEQfUARiIBBEAgAi0AAkH7",
    "AEYEf0EBBSMAIANqLwECQbDgAEYEfyMAIANBBGpqLQAAIwJBgAhqai0AAEEISQVBAAsLIQELIARB+ABGIgIEQCMAIANBAmpqLQAAIwJBgAhqai0AAEEISSECC0EBIARBL0YiBAR/IwAgA2pBAWstAABBOkYFIAQL",
    "QQEgAiABGxsEQCADQXkgA0EBahABCwwBCwsLzwcBA38gAUECaiABIAEjAGovAQBB3OQBRhsiAyMAai0AAEENRgRAIANBAWohAwsgA0ECaiECAkAjACADaiIELwEAQdzcAUYNACABIQIgA0EBaiADIAQtAABB3ABG",
    "GyIDIwBqLQAAQQpHDQADQCADQQFqIgMjAGotAABBIEYEf0EBBSMAIANqLQAAQQlGCw0ACyADIQILIAIiAyABRgR/QQAFIwAgA2otAAAjAkGACmpqLQAAQRBxCwR/A0AgAyMBSAR/IwAgA2otAAAjAkGACmpqLQAA",
    "QRBxBUEACwRAIANBAWohAwwBCwsDQCMAIANqLQAAQT1GBEAgA0EBaiEDDAELCyMAIANqLQAAIgJBIEkgAyMBTnIgAkEiRnIgAkEnRnIgAkHcAEZyIAJB/wFGcgVBAAsEf0EBBSABIABrQRROBH8jACAAai8BACIC",
    "QeWCAUYgAkHI6ABGciACQeWMAUZyIAJB5ZQBRnIgAkHlnAFGcgR/QQEFIwAgAGooAgBBy5jVsgdGCwR/QQEFIAAgAUEQayICIAAgAkobIQJBDyEEIAAhAwJ/A0AgAyAAQRBqSARAQQAgBCMCIwAgA2otAAAgAyAA",
    "a0EDcUEIdGpqLQAAcSIERQ0CGiADQQFqIQMMAQsLQQELBH9BAQVBDyEEIAIhAwJ/A0AgAyACQRBqSARAQQAgBCMCIwAgA2otAAAgAyAAa0EDcUEIdGpqLQAAcSIERQ0CGiADQQFqIQMMAQsLQQELCwR/QQEFQQ8h",
    "AyAAIAIgAGtBAXVqIgQhAgJ/A0AgAiAEQRBqSARAQQAgAyMCIwAgAmotAAAgAiAAa0EDcUEIdGpqLQAAcSIDRQ0CGiACQQFqIQIMAQsLQQELCwsEf0EBBSABIABrQcAATgR/QQAhAyAAIQIDQCACIABBQGtIBEAj",
    "ACACai0AACIEQcEAa0EaSQR/QQEFIARB4QBrQRpJBH9BAgVBBEEAIARBMGtBCkkbCwsgA3IhAyACQQFqIQIMAQsLIANBB0YFQQALCwVBAAsLBEAgAEF9IAEQAQsgASAAa0EYTgRAA0AgAEEYaiABTARAIABBF2oh",
    "AgNAIAAgAkwEfyMAIAJqLQAAIwJBgAhqai0AAEEQSQVBAAsEQCACQQFrIQIMAQsLIAAgAkwEQCACQQFqIQAMAgsgAEEYaiECA0AgASACSgR/IwAgAmotAAAjAkGACGpqLQAAQRBJBUEACwRAIAJBAWohAgwBCwsg",
    "ACACEAUEf0EBBSAAQQFqIAIQBQsEQCAAQXwgAhABCyACQQFqIQAMAQsLCwuaBAEEfyAAIAFBIGsgASAAa0EBcWsiAiAAIAJKGyEDIwJBgAhqIgIjACAAQQNqai0AAGotAAAjACAAQQJqai0AACACai0AAEEEdHIi",
    "BEGLAUYjACAAQQFqai0AACACai0AACMAIABqLQAAIAJqLQAAQQR0ciICQR9GcQR/QQEFIARBtQFGIAJBKEZxCwR/QQAFIAJB+ABGBH8gAkEIdCAEakEfcAVBAQsLRQRAQQEPCyABIAAiAkEgaiIEIAEgBEgbIQQC",
    "fwNAIAIgBEgEQEEAIwAgAmotAAAjAkGACGpqLQAAIgVBB0sEf0EBBSAFQQFGBH8jACACQQFqai0AACMCQYAIamotAABBC0cFQQALCw0CGiACQQJqIQIMAQsLQQELBH9BAQUgASADIgJBIGoiBCABIARIGyEEAn8D",
    "QCACIARIBEBBACMAIAJqLQAAIwJBgAhqai0AACIFQQdLBH9BAQUgBUEBRgR/IwAgAkEBamotAAAjAkGACGpqLQAAQQtHBUEACwsNAhogAkECaiECDAELC0EBCwsEf0EBBSABIAAgAyAAa0ECdUEBdGoiAEEgaiIC",
    "IAEgAkgbIQECfwNAIAAgAUgEQEEAIwAgAGotAAAjAkGACGpqLQAAIgJBB0sEf0EBBSACQQFGBH8jACAAQQFqai0AACMCQYAIamotAABBC0cFQQALCw0CGiAAQQJqIQAMAQsLQQELCws/AQF/A0AgAUIAUgRAIAAg",
    "AXpCA4inaiICIwAgAmooAgBBoMCAgQJyQbHz3fF5bBAMIAEgAUIBfYMhAQwBCwsL8wMBBH8gAiABQgGIgyABQgKIgyABQgOIgyIBIAFCBIiDIQEDQCABQgBSBEAgACABeqdqIQUgASABQgF9gyEBIAUjD0gEf0EB",
    "BSMBIAVBA2pKIAVBAE5xBH8jACAFai0AACIDQQpGIANBIGtB3wBJciADQQ1GciADQQlGcgVBAAsEfyMAIAVqLQABBUEBCwR/QQEFIwAgBWovAQILCw0BIAVBBGohBANAIwEgBUEEayIDQQNqSiADQQBOcQR/IwAg",
    "A2otAAAiBkEKRiAGQSBrQd8ASXIgBkENRnIgBkEJRnIFQQALBH8jACADai0AAQVBAQsEf0EBBSMAIANqLwECC0UEQCAFQQRrIQUMAQsLA0AjASAEQQNqSiAEQQBOcQR/IwAgBGotAAAiA0EKRiADQSBrQd8ASXIg",
    "A0ENRnIgA0EJRnIFQQALBH8jACAEai0AAQVBAQsEf0EBBSMAIARqLwECC0UEQCAEQQRqIQQMAQsLIAVBA04iAwRAIwAgBWpBAWstAABFIQMLIARBBGogBCAEIwFIQQAgAwR/IwAgBWpBA2svAQBFBSADCxsEfyMA",
    "IARqLQAAIgNBCkYgA0Ega0HfAElyIANBDUZyIANBCUZyBUEACxsiAyQPIAMgBWtBAnVBCk4EQCAFQXcgAxABCwwBCwsL9wIBA38gAiMAIABqQUBrLQAARa1CP4YgAUIBiISDIgEgAUICiIMiASABQgSIgyEBA0Ag",
    "AUIAUgRAIAAgAXqnaiEEIAEgAUIBfYMhASAEIw5IBH9BAAUjACAEai0AACIDQQpGIANBIGtB3wBJciADQQ1GciADQQlGcgsEfyMAIARBAmpqLQAAIgNBCkYgA0Ega0HfAElyIANBDUZyIANBCUZyBUEAC0UjASAE",
    "QQNqTHINASAEQQJqIQMDQCAEQQJOBH8jACAEQQJrai0AACIFQQpGIAVBIGtB3wBJciAFQQ1GciAFQQlGcgVBAAsEfyMAIARqQQFrLQAABUEBC0UEQCAEQQJrIQQMAQsLA0AgAyMBSAR/IwAgA2otAAAiBUEKRiAF",
    "QSBrQd8ASXIgBUENRnIgBUEJRnIFQQALBH8jACADakEBay0AAAVBAQtFBEAgA0ECaiEDDAELCyADJA4gAyAEa0EBdUEKTgRAIARBeyADEAELDAELCwvIBgEEfyMAIABBAWtqLQAAIQEjACAAQQFqai0AACEDIwAg",
    "AGotAAAiBEE6RgRAIAFBOkYgA0E6RnIgA0E9RnIEf0EBBSADQS9GBH8jACAAQQJqai0AAEEvRgVBAAsLBEBBAA8LBSADQT5GIANBPUZyBEBBAA8FIARBPkYEfyABQS1GBSABQT1GIANB/gBGciABQSFGciABQTxG",
    "ciABQT5GciABQf4ARnILBEBBAA8LCwsgBEE+RiABQT1HcQRAIwEiASAAQQFqIgBB0ABqIgMgASADSBshAQNAIAAgAUgEfyMAIABqLQAAIgNBCUYgA0EgRnIgA0EKRnIgA0ENRnIFQQALBEAgAEEBaiEADAELCwUg",
    "AEEBaiEACyAAIQEDQCAAIAFrQQRIBH8jACAAai0AAEEgRgR/QQEFIwAgAGotAABBCUYLBUEACwRAIABBAWohAAwBCwsCfyMAIABqLQAAIgMjAkGACmpqLQAAQQJxBEAjASIBIABBgARqIgIgASACSBshAiAAQQFq",
    "IQECfwNAIAEgAkgEQCABIABrQQZKIAMjACABai0AACIERg0CGkEAIARFIARBCkZyBH9BAQUgBEH/AUYEfyMAIAFqKAIAQX9GBUEACwsNAhogAUEBaiEBDAELC0EACwwBCyMAIABqLQAAIwJBgApqai0AAEEEcQRA",
    "A0AgAkEHSAR/IwAgACACamotAABB3ABGBUEACwRAIAJBAWohAgwBCwsgAkEHRgR/QQcFQQNBASACQQNOGwsgAGoiASMAai0AACICIwJBgApqai0AAEECcQRAIwEiACABQYAEaiIDIAAgA0gbIQMgAUEBaiEAAn8D",
    "QCAAIANIBEAgACABa0EGSiACIwAgAGotAAAiBEYNAhpBACAERSAEQQpGcgR/QQEFIARB/wFGBH8jACAAaigCAEF/RgVBAAsLDQIaIABBAWohAAwBCwtBAAsMAgsLIAAhASAAIwZIIAAjB05yBEADQCAAIwFIBH8j",
    "ACAAai0AACMCQYAKamotAABBAXEFQQALBEAgAEEBaiEADAELCyABJAYgACQHCyMHIwBqLQAAIgBBJkYEf0EBBSAAQShHIwcgAWtBBk5xIABB2wBHcQsLC54EAwN/A34DeyAAJAAgASQBQQAkBUEAJApBACQGQQAk",
    "B0EAJAtCACQMQQAkDUEAJA5BACQPA0AgASACSgRAIAEgAkGAgAJqIgAgACABShshAyACIQADQCAAIANIBED9DAECBAgQIECAAAAAAAAAAAAjACAAaiIE/QAEAP0MICAgICAgICAgICAgICAgIP1Q/QyxeTeesXk3",
    "nrF5N56xeTee/bUBIglBC/2tAf0MBwAAAAcAAAAHAAAABwAAAP1OIAT9AAQC/QwgICAgICAgICAgICAgICAg/VD9DLF5N56xeTeesXk3nrF5N579tQEiCkEF/asB/QwAAAcAAAAHAAAABwAAAAcA/U79UP0MAIAA",
    "gACAAIAAgACAAIAAgP1Q/Q4hCCAJQQ79rQEiCf0dACIFpzEAgAggCkEO/a0BIgr9HQAiBqcxAIAIQhCGhCAFQiCIpzEAgAhCIIaEIAZCIIinMQCACEIwhoQgCP0dAIMiBiAJ/R0BIgWnMQCACCAK/R0BIgenMQCA",
    "CEIQhoQgBUIgiKcxAIAIQiCGhCAHQiCIpzEAgAhCMIaEIAj9HQGDIgWEQgBSBEAgBkIAUgRAIAAgBhAGCyAFQgBSBEAgAEEIaiAFEAYLCyAAQRBqIQAMAQsLIAIhAANAIAAgA0gEQCAAEAMgAEFAayEADAELCyAC",
    "QYCAAmohAgwBCwsgAUEASgRAIAFBP2pBQHEQAwsjBQsWACAAJAggASQJIAIkAiADJAMgBCQEC6YGAQl/IwgjCSABQQt2cSICQQN0aigCACEDA0AgASADRwRAIANFBEAPCyMIIwkgAkEBanEiAkEDdGooAgAhAwwB",
    "CwsjCCACQQN0aigCBCIBKAIAIQUgAUEIaiEDA0AgBCAFSARAAkAgACADKAIEayIHQQBIDQAgAykDECADKQMgIwAgB2oiASkDACADKQMYhINSDQAjASADKAIIIgggB2pIBH9BAAUgCEEISgR/IAMoAighBiADKAIs",
    "IQlBCCECAn8DQCACIAhIBEBBACACIAZqLQAAIAEgAmotAAAgAiAJai0AAHJHDQIaIAJBAWohAgwBCwtBAQsFQQELCwRAIAMoAgwhCSADKAIwIQogAygCNCEGIAcgCGoiCCEBAkADQCABIAggCWpIBEBBACECIAEj",
    "AU4Ef0EABSAKIwAgAWotAABqLQAAC0UNAiABQQFqIQEMAQsLQQEhAiAGQQBIDQAjASICIAhBgAJqIgkgAiAJSBshAgNAIAEgAkgEfyAKIwAgAWotAABqLQAABUEACwRAIAFBAWohAQwBCwsgASAIQYACakYEf0EB",
    "BSABIwFIBH8jACABai0AACAGRgVBAAsLIQILBUEAIQILIAJFDQAgAygCACIBQQBIBEAjASIBIAdBMGoiAiABIAJIGyEGIAcjCiIBIAEgB0gbIQIDQCACIAZIBEAjACACai0AACIHQf8BRgR/QQAFIAdBCkYEfyAC",
    "QQFqIQEDQCABIwFIBEAjACABai0AACIIQQlHIAhBIEdxIAhBIkdxRQRAIAFBAWohAQwCCwsLAn9BACMBIAFBBWpIDQAaIwAgAWoiCC0AAEE8RwRAIAgoAgBB9sKxqwdGBH8gCC0ABEHlAEYFQQALDAELIwAgAWoo",
    "AgEiAUHz6MnLBkYgAUH2wrGrB0ZyIAFB8MLJiwZGciABQeXc2esCRnILBUEBCwsEQCAHQTpGIAdBPUZyIAdBPkZyBH8gAhAJBUEACwRAIAJBf0EAEAELIAJBAWohAgwCCwsLIAIjCiIBIAEgAkgbJAoFIAcgAUEA",
    "EAELCyAEQQFqIQQgA0E4aiEDDAELCws=",
].join("");

;// CONCATENATED MODULE: ./src/detector/sieve/sifted.js
// What the sieve found in one text: the few offsets at which expressions, number checks and decoders are worth trying.

const NO_NUMBERS = new Int32Array(0);
/** Kind of an anchor that is an operator behind a name; other anchors have the index of their literal. */
const OPERATOR = -1;
/** Kinds as wasm/sieve.ts numbers them, from -2 downwards. */
const sifted_kinds = ["digits", "base64", "hex", "utf16", "percent", "escape", "entity", "utf32"];
const sifted_PERCENT = sifted_kinds.indexOf("percent");
const ENTITY = sifted_kinds.indexOf("entity");
/** Numbers that are counted before they come: a window may hold half a million, and memory that grows costs more than to look twice. */
class Column {
    values = NO_NUMBERS;
    #expected = 0;
    #length = 0;
    expect() {
        this.#expected++;
    }
    push(value) {
        if (this.#length === 0)
            this.values = new Int32Array(this.#expected);
        this.values[this.#length++] = value;
    }
}
class Sifted {
    /** Offsets of anchors in ascending order, and beside each the index of its literal, or OPERATOR. */
    offsets = NO_NUMBERS;
    literals = NO_NUMBERS;
    #expected = 0;
    #anchors = 0;
    #text;
    /** Each at its kind's place. */
    #runs = [];
    #escapes = [];
    get isEmpty() {
        return this.offsets.length === 0 && this.#runs.length === 0 && this.#escapes.length === 0;
    }
    /**
     * In ascending order. `digits`: regions of at least thirteen, no more than three other bytes between two. `base64`, `hex`, `utf16`, `utf32`: whole runs that
     * are worth decoding, perhaps.
     */
    runs(kind) {
        return this.#runs[sifted_kinds.indexOf(kind)] ?? NONE;
    }
    /** Where escapes begin, in ascending order. */
    escapes(kind) {
        return this.#escapes[sifted_kinds.indexOf(kind)]?.values ?? NO_NUMBERS;
    }
    /** The bytes that were sifted with one character for each, so that offsets stay the same; made once for all who look. */
    textOf(bytes) {
        return (this.#text ??= external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
    }
    /** Announces what `add` will add. */
    expect(kind) {
        if (kind >= OPERATOR) {
            this.#expected++;
            return;
        }
        const place = -2 - kind;
        if (isEscape(place))
            (this.#escapes[place] ??= new Column()).expect();
    }
    add(kind, start, end) {
        if (kind >= OPERATOR) {
            this.#addAnchor(start, kind);
            return;
        }
        const place = -2 - kind;
        if (isEscape(place))
            this.#escapes[place]?.push(start);
        else
            (this.#runs[place] ??= []).push({ start, end });
    }
    #addAnchor(offset, literal) {
        if (this.#anchors === 0) {
            this.offsets = new Int32Array(this.#expected);
            this.literals = new Int32Array(this.#expected);
        }
        this.offsets[this.#anchors] = offset;
        this.literals[this.#anchors++] = literal;
    }
    /** Puts the anchors, which come nearly in order, into order: the same text gives the same anchors wherever it stood. */
    sorted() {
        const { offsets, literals } = this;
        for (let n = 1; n < offsets.length; n++) {
            const offset = offsets[n];
            const literal = literals[n];
            let to = n;
            for (; to > 0 && (offsets[to - 1] > offset || (offsets[to - 1] === offset && literals[to - 1] > literal)); to--) {
                offsets[to] = offsets[to - 1];
                literals[to] = literals[to - 1];
            }
            offsets[to] = offset;
            literals[to] = literal;
        }
        return this;
    }
}
function isEscape(place) {
    return place >= sifted_PERCENT && place <= ENTITY;
}
const NONE = [];

// EXTERNAL MODULE: ./src/detector/sieve/trays.js
var trays = __webpack_require__(46925);
;// CONCATENATED MODULE: ./src/detector/sieve/sieve.js
// The host of wasm/sieve: puts bytes before it, many small texts at a time, and sorts what it emits.





/** Room for what a window of near-misses has; only what is written to is used. */
const OUT_WORDS = 3 << 18;
/** Room for texts that are in no tray grows in steps of this size. */
const STEP = 1 << 20;
/** Compiles literals of at least three characters, each a byte, into one search; `shared` is the memory of another thread's sieve for the same literals. */
function createSieve(literals, shared) {
    const memory = new SieveMemory(literals, shared);
    const engine = new Engine(memory);
    const sift = (bytes) => engine.copy([bytes])[0]?.[1] ?? new Sifted();
    return { trays: new trays/* Trays */.e3(memory), sift, siftAll: (texts) => engine.copy(texts), siftTray: (at, lengths) => engine.run(at, lengths) };
}
class Engine {
    #memory;
    #exports;
    #out;
    /** Where texts go that are in no tray, and how much room is there. */
    #bench = 0;
    #room = 0;
    /** What was emitted before the last drain. */
    #drained = [];
    constructor(memory) {
        const { memory: wasm, layout } = memory.shared;
        this.#memory = memory;
        this.#out = memory.reserve(OUT_WORDS * 4);
        this.#exports = (0,web_assembly/* startModule */.zS)(sieveModule, { memory: { drain: (words) => this.#drain(words) } }, wasm).exports;
        this.#exports.configure(layout.table, layout.tableMask, layout.classes, this.#out, OUT_WORDS);
    }
    /** Sifts copies of the texts. */
    copy(texts) {
        const size = texts.reduce((sum, text) => sum + text.length + trays/* BETWEEN */.j2, -trays/* BETWEEN */.j2);
        if (size <= 0)
            return [];
        this.#reserve(trays/* BEFORE */.GV + size + trays/* BEHIND */.VY);
        const start = this.#bench + trays/* BEFORE */.GV;
        const memory = this.#memory.upTo(start + size + trays/* BEHIND */.VY);
        let at = start;
        texts.forEach((text, index) => {
            if (index > 0)
                at = (0,trays/* separate */.sj)(memory, at);
            memory.set(text, at);
            at += text.length;
        });
        memory.fill(0, at, at + trays/* BEHIND */.VY);
        return this.run(start, texts.map((text) => text.length));
    }
    /** Sifts texts that lie side by side from `at` on. */
    run(at, lengths) {
        const starts = new Int32Array(lengths.length);
        let size = -trays/* BETWEEN */.j2;
        for (let index = 0; index < lengths.length; index++) {
            starts[index] = size + trays/* BETWEEN */.j2;
            size += lengths[index] + trays/* BETWEEN */.j2;
        }
        this.#drained = [];
        const words = this.#exports.sift(at, Math.max(0, size));
        const emitted = this.#drained.length === 0 ? this.#written(words) : join([...this.#drained, this.#written(words)]);
        return emitted.length === 0 ? [] : share(emitted, starts, lengths);
    }
    #reserve(size) {
        if (size <= this.#room)
            return;
        this.#room = Math.ceil((size * 5) / 4 / STEP) * STEP;
        this.#bench = this.#memory.reserve(this.#room);
    }
    #written(words) {
        return new Int32Array(this.#memory.upTo(this.#out + OUT_WORDS * 4).buffer, this.#out, words);
    }
    #drain(words) {
        this.#drained.push(this.#written(words).slice());
    }
}
function join(parts) {
    const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        joined.set(part, at);
        at += part.length;
    }
    return joined;
}
/** The text in which each thing begins that was emitted; -1 where it is none. */
function textsOf(emitted, starts, lengths) {
    const texts = new Int32Array(emitted.length / 3);
    let text = 0;
    for (let n = 0; n < texts.length; n++) {
        const start = emitted[n * 3];
        while (start < starts[text])
            text--;
        while (text + 1 < starts.length && start >= starts[text + 1])
            text++;
        texts[n] = start - starts[text] < lengths[text] ? text : -1;
    }
    return texts;
}
/** Gives each text what was emitted about it; what stands across two texts belongs to none. */
function share(emitted, starts, lengths) {
    const shares = [];
    const texts = textsOf(emitted, starts, lengths);
    for (let n = 0; n < texts.length; n++)
        if (texts[n] >= 0)
            (shares[texts[n]] ??= new Sifted()).expect(emitted[n * 3 + 1]);
    for (let n = 0; n < texts.length; n++) {
        const from = starts[texts[n]];
        shares[texts[n]]?.add(emitted[n * 3 + 1], emitted[n * 3] - from, emitted[n * 3 + 2] - from);
    }
    const found = [];
    shares.forEach((sifted, index) => { if (sifted)
        found.push([index, sifted.sorted()]); });
    return found;
}

// EXTERNAL MODULE: ./src/detector/credential/pattern/pattern.js + 3 modules
var pattern = __webpack_require__(34295);
;// CONCATENATED MODULE: ./src/detector/credential/own/acceptance.js
// Says which allowlist makes a value no open finding.


/** Asks the lists in their order. */
function createAccept(lists) {
    const compiled = lists.map(compile);
    return (claim) => {
        const index = compiled.findIndex((holds) => holds(claim));
        const list = lists[index];
        return list && { source: list.source, reason: list.description === "" ? "an allowlist of the rules file" : list.description };
    };
}
function compile(list) {
    const regexes = list.regexes.map((source) => new pattern/* Pattern */.z(source));
    const paths = list.paths.map((source) => new pattern/* Pattern */.z(source));
    return (claim) => {
        const target = list.target === "secret" ? claim.value : list.target === "match" ? claim.match : claim.line;
        const value = lowerText(claim.value);
        const verdicts = [
            ...(list.commits ? [false] : []),
            ...(paths.length > 0 ? [claim.path !== "" && paths.some((path) => path.test(claim.path))] : []),
            ...(regexes.length > 0 ? [target !== "" && regexes.some((regex) => regex.test(target))] : []),
            ...(list.stopwords.length > 0 ? [list.stopwords.some((word) => value.includes(word))] : []),
        ];
        return list.all ? verdicts.every(Boolean) : verdicts.some(Boolean);
    };
}
/** In lower case, from one character a byte to what the bytes stand for. */
function lowerText(text) {
    return (/^[\0-\x7f]*$/.test(text) ? text : external_node_buffer_.Buffer.from(text, "latin1").toString("utf8")).toLowerCase();
}
const MOST_OF_A_LINE = 4096;
/** The lines that a span touches, as far as they are of any use; as in gitleaks, with the line break before them. */
function linesAround(text, start, end) {
    const before = text.slice(Math.max(0, start - MOST_OF_A_LINE), start);
    const after = text.slice(end, end + MOST_OF_A_LINE);
    const next = after.indexOf("\n");
    return before.slice(Math.max(0, before.lastIndexOf("\n"))) + text.slice(start, end) + (next < 0 ? after : after.slice(0, next));
}

;// CONCATENATED MODULE: ./src/detector/credential/accepted.js

const NO_RULES = { rules: [], allowlists: [], builtIn: {}, disabled: [] };
/** Adds to a match of a built-in rule who has accepted it; undefined where nobody accepts anything. */
function createBuiltInAccept(rules, own) {
    if (own.allowlists.length === 0 && Object.keys(own.builtIn).length === 0 && own.disabled.length === 0)
        return undefined;
    const accepts = new Map(rules.map((rule) => [rule.id, acceptFor(rule, own)]));
    return (match, textOf, setting) => {
        const from = match.from ?? match.start;
        const text = textOf();
        const claim = { value: text.slice(match.start, match.end), match: text.slice(from, match.end), line: linesAround(text, from, match.end), path: setting.path ?? "" };
        const accepted = accepts.get(match.rule.id)?.(claim);
        return accepted ? { ...match, accepted, ...settleOf(match) } : match;
    };
}
function acceptFor(rule, own) {
    const ids = [rule.id, ...(rule.aliases ?? [])];
    const off = own.disabled.find(({ id }) => ids.includes(id));
    if (off)
        return () => ({ source: off.source, reason: `the rule ${off.id} is disabled there` });
    return createAccept([...own.allowlists, ...ids.flatMap((id) => own.builtIn[id] ?? [])]);
}
/** Comments by which a line asks scanners to overlook it. */
const mark = /\b(?:gitleaks|betterleaks):allow|\btrufflehog:ignore|\bkingfisher:ignore|\bpragma: (?:allow|white)list secret|\bggignore\b|\bsecretlint-disable/;
/** The fixed texts in them. */
const marks = ["gitleaks:allow", "betterleaks:allow", "trufflehog:ignore", "kingfisher:ignore", "pragma: allowlist secret", "pragma: whitelist secret", "ggignore", "secretlint-disable"];
/** A suspect does not acquit itself: such a mark is told and changes nothing. */
function showMark(match, text) {
    const [found] = mark.exec(linesAround(text, match.from ?? match.start, match.end)) ?? [];
    if (found === undefined)
        return match;
    const show = (rule) => ({ ...rule, title: `${rule.title} (marked ${found} there, which counts for nothing)` });
    return { ...match, rule: show(match.rule), ...settleOf(match, show) };
}
/** What a copy of a match settles as: copies have no methods. */
function settleOf(match, show = (rule) => rule) {
    return match.settle ? { settle: () => show(match.settle?.() ?? match.rule) } : {};
}

;// CONCATENATED MODULE: ./src/detector/credential/allowance.js
function toAllowance(rule) {
    return { ...rule, patterns: rule.patterns.map(toExpression), paths: rule.paths.map(toExpression), stopwords: rule.stopwords.map((word) => word.toLowerCase()) };
}
/** A leading `(?i)` stands for the whole expression. */
function toExpression(source) {
    return source.startsWith("(?i)") ? new RegExp(source.slice(4), "i") : new RegExp(source);
}
/** True where one of the exceptions holds for what was found. */
function isExempt(allowances, claim) {
    return allowances.some((allowance) => {
        const target = toTarget(allowance.target, claim);
        const verdicts = [
            ...(allowance.patterns.length > 0 ? [allowance.patterns.some((pattern) => pattern.test(target))] : []),
            ...(allowance.paths.length > 0 ? [allowance.paths.some((pattern) => pattern.test(claim.path))] : []),
            ...(allowance.stopwords.length > 0 ? [allowance.stopwords.some((word) => claim.value.toLowerCase().includes(word))] : []),
        ];
        return verdicts.length > 0 && (allowance.all ? verdicts.every(Boolean) : verdicts.some(Boolean));
    });
}
function toTarget(target, claim) {
    switch (target) {
        case "secret": return claim.value;
        case "match": return claim.match;
        case "line": return lineAround(claim.text, claim.at);
        default: return target;
    }
}
function lineAround(text, at) {
    const slice = text.slice(Math.max(0, at - 512), at + 512);
    const middle = Math.min(at, 512);
    const from = slice.lastIndexOf("\n", middle - 1) + 1;
    const to = slice.indexOf("\n", middle);
    return slice.slice(from, to < 0 ? undefined : to);
}

// EXTERNAL MODULE: ./src/detector/credential/judgement/plausibility.js
var plausibility = __webpack_require__(56220);
// EXTERNAL MODULE: ./src/detector/credential/judgement/survey.js
var survey = __webpack_require__(42757);
// EXTERNAL MODULE: ./src/detector/credential/judgement/traits.js
var traits = __webpack_require__(53034);
;// CONCATENATED MODULE: ./src/detector/credential/generic.js
// The rule for credentials without a format: a name that promises one, and a value that keeps the promise.




const suffixes = /^(?:\d{1,3}|v\d|prod|production|dev|development|stage|staging|live|sandbox|uat|qa|main|master|primary|secondary|old|new|current|previous|value|base|text|plain|str|string|b64|base64)$/;
const passwordWords = /(?:password|passwd|passphrase|passcode|pwd|pswd)\d*$/;
const tokenWords = /(?:token|secret|apikey|secretkey|accesskey|privatekey|authkey|encryptionkey|masterkey|signingkey|appkey|accountkey|credential|credentials|creds)\d*$/;
const keyOwners = new Set("api secret access private auth encryption encrypt master signing sign account storage service client app application session hmac aes jwt webhook subscription merchant admin server rest integration deploy cookie crypt cipher security consumer shared license bearer processor gateway payment pin mac zone terminal stripe adyen braintree paypal square worldpay checkout dlocal mercadopago payu kushki rapyd razorpay plaid azure".split(" "));
/** Owners of keys that are places in data, public, or locked themselves. */
const otherKeys = new Set("row object index lookup map dict hash translation message i18n locale config setting settings feature flag group item entry node record query search order block chunk file image bucket field column table attribute property route path doc document state store slot section tag label title name data context cell ref reference unique composite secondary hot shortcut keyboard arrow modifier random seed range shard bundle asset entity rel relation any first last prev verifier peer socket websocket certificate cert encrypted wrapped activation".split(" "));
const harmless = new Set("csrf xsrf page next continuation cursor sync cancel cancellation public pub idempotency cache primary foreign sort partition eos bos pad unk sep mask nonce antiforgery authenticity verification request change action sequence lock task upload job resume wait resolver starting pagination update event upsert dedup deduplication".split(" "));
/** Names come again, line by line. */
const known = new Map();
const MAX_KNOWN = 1 << 12;
/** What a name promises; undefined for names that stand for no credential. */
function readPromise(name) {
    let promise = known.get(name);
    if (promise === undefined) {
        if (known.size >= MAX_KNOWN)
            known.clear();
        promise = judgeName(name) ?? "nothing";
        known.set(name, promise);
    }
    return promise === "nothing" ? undefined : promise;
}
function judgeName(name) {
    const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[_.-]+/).filter((word) => word !== "");
    while (words.length > 1 && suffixes.test(words.at(-1) ?? ""))
        words.pop();
    const last = words.at(-1) ?? "";
    const owner = words.at(-2) ?? "";
    if (harmless.has(owner) || words.some((word) => word === "public" || word === "csrf" || word === "xsrf"))
        return undefined;
    if (passwordWords.test(last) || last === "pass")
        return "password";
    if (tokenWords.test(last) || last === "pat")
        return "token";
    if (last !== "key" || owner.length < 3)
        return undefined;
    return keyOwners.has(owner) ? "token" : otherKeys.has(owner) ? undefined : "key";
}
/** True where the value is one that somebody chose to keep others out. `trusted` places, such as an image's environment, hold settings and no prose. */
function keepsPromise(assignment, value, trusted) {
    const promise = readPromise(assignment.name);
    if ((0,survey/* surveyOf */.y)(value).holds(traits/* BACKSLASH */.r_) && /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/i.test(value))
        return keepsPromise(assignment, value.replace(/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/gi, "~"), trusted);
    // Without quotes `PASS: …` is what tests print.
    if (!promise || (!assignment.quoted && /^pass$/i.test(assignment.name)) || (0,plausibility/* isReference */.A_)(value) || isOwnName(assignment.name, value))
        return false;
    // What stands in a setting is what is used, however weak.
    if (trusted && promise === "password" && isChosen(value))
        return true;
    if ((0,plausibility/* isPlaceholder */.wK)(withoutZeros(value)) || isJudgedElsewhere(value) || isEncodedText(value) || isAccount(value) || isDate(value) || (!assignment.quoted && isCode(value)))
        return false;
    if (promise === "key")
        return isRandom(value) && isNoIdentifier(value);
    const isValue = assignment.quoted || isSetting(assignment.name) || (promise === "password" && /[^\w.]/.test(value));
    return isRandom(value) || (isValue && (promise === "password" ? isStrong(value) : isTyped(value)));
}
/** Neither a digest nor the number of a thing. */
function isNoIdentifier(value) {
    return value.length >= 20 && !/^[\da-f-]+$/i.test(value);
}
/** Some tokens, as many keys do in base64, begin with zeros. */
function withoutZeros(value) {
    return value.startsWith("AAAAA") ? value.replace(/^A+(?=[^A].{23})/, "") : value;
}
const generic_DASH = 0x2d;
function isDate(value) {
    return value.charCodeAt(4) === generic_DASH && /^\d{4}-\d\d-\d\d(?:[T ]|$)/.test(value);
}
/** A line of passwd(5) or group(5) whose password is elsewhere. */
function isAccount(value) {
    return (0,survey/* surveyOf */.y)(value).holds(traits/* COLON */.oH) && /^[a-z_][\w-]*:[x*!]{0,2}:\d+:/.test(value);
}
/** Machine-made: long, of token characters, no words, no version, number, names with dots between, digest with a name or account of a chain of blocks (ERC-55). */
function isRandom(value) {
    if (value.length < 16 || value.length > 256 || !(0,survey/* surveyOf */.y)(value).consistsOf(traits/* TOKEN */.CV))
        return false;
    if ("0123456789v.:-s".includes(value.charAt(0)) && /^v?\d+\.\d+\.\d|^[\d.:-]+$|^\d[\d.]*e[-+]?\d+$|^0x[\da-f]{40}$|^sha\d+[-:]/i.test(value))
        return false;
    const { digits, kinds } = (0,survey/* surveyOf */.y)(value);
    return digits >= (kinds >= 3 ? 1 : 2) && (0,plausibility/* isRandomText */.xU)(value) && !/^[a-z]+\d?(?:\.[a-z]+\d?)+$/i.test(value);
}
/** In code, what is not quoted is another name, such as `module.Type2`, `state?.value2`, `Uint8Array` or `sha256_digest`, perhaps with a comment at its end. */
function isCode(value) {
    const first = value.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39)
        return false;
    if ((0,survey/* surveyOf */.y)(value).consistsOf(traits/* WORD */.f7))
        return isMadeOfWords(value);
    return /^[A-Za-z_$][\w$]*(?:(?:(?:\?\.|\.|->|::)[A-Za-z_$][\w$]*)+[!?]?$|\/\*)/.test(value);
}
/** Parts of a name that can be words: more of them make no name. */
const MOST_PARTS = 12;
/** Parts of a name, as `Uint8ArrayBuffer` and `get_key_2` have them, that are words each. `value` is made of word characters. */
function isMadeOfWords(value) {
    let parts = 0;
    let letters = "";
    for (let start = 0; start < value.length;) {
        let end = start + 1;
        while (end < value.length && !isBoundary(value, end))
            end++;
        const part = value.slice(start, end);
        start = end;
        if (part === "_" || part === "$")
            continue;
        if (++parts > MOST_PARTS)
            return false;
        if (/^\d{1,5}$/.test(part))
            continue;
        if (!/^(?:[A-Z]?[a-z]+|[A-Z]{1,6})$/.test(part))
            return false;
        letters += part;
    }
    return letters !== "" && (0,plausibility/* isNameLike */.Xj)(letters);
}
/** Where two kinds of characters meet; of several capitals the last one belongs to the word behind them. */
function isBoundary(value, at) {
    const before = kindAt(value, at - 1);
    const kind = kindAt(value, at);
    if (kind === SEPARATOR || before === SEPARATOR)
        return true;
    if (kind === UPPER && before === UPPER)
        return kindAt(value, at + 1) === LOWER;
    return kind !== before && !(before === UPPER && kind === LOWER);
}
const SEPARATOR = 0;
const DIGIT = 1;
const UPPER = 2;
const LOWER = 3;
function kindAt(value, at) {
    if ((0,traits/* letterOf */.UB)(value.charCodeAt(at)) > 0)
        return value.charCodeAt(at) >= 0x61 ? LOWER : UPPER;
    return value.charCodeAt(at) >= 0x30 && value.charCodeAt(at) <= 0x39 ? DIGIT : SEPARATOR;
}
/** A variable that is handed on under its own name. */
function isOwnName(name, value) {
    return value.length >= 6 && value.length <= name.length && name.toLowerCase().endsWith(value.toLowerCase());
}
/** Base64 of a sentence. */
function isEncodedText(value) {
    if (!beginsText(value) || !/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value))
        return false;
    const text = external_node_buffer_.Buffer.from(value, "base64").toString("latin1");
    return /^[\x20-\x7e]+$/.test(text) && ((0,plausibility/* isPlaceholder */.wK)(text) || text.includes(" "));
}
const SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const sextets = new Uint8Array(256).fill(0xff);
for (const [sextet, character] of [...SEXTETS].entries())
    sextets[character.charCodeAt(0)] = sextet;
/** Whether the first two bytes are visible, which tells most random values from text. */
function beginsText(value) {
    const [a = 0xff, b = 0xff, c = 0xff] = [sextets[value.charCodeAt(0)], sextets[value.charCodeAt(1)], sextets[value.charCodeAt(2)]];
    if (a > 63 || b > 63 || c > 63)
        return false;
    const first = (a << 2) | (b >> 4);
    const second = ((b & 15) << 4) | (c >> 2);
    return first >= 0x20 && first < 0x7f && second >= 0x20 && second < 0x7f;
}
/** Signed tokens have a rule of their own, which looks into them. */
function isJudgedElsewhere(value) {
    return value.startsWith("eyJ") && /^eyJ[\w-]{8,}\.eyJ/.test(value);
}
/** Longer ones nobody types. */
const TYPED = 40;
/** Made by a person who was told to mix characters. */
function isStrong(value) {
    if (value.length < 8 || value.length > 128 || !(0,survey/* surveyOf */.y)(value).consistsOf(traits/* VISIBLE */.f9) || (0,survey/* surveyOf */.y)(value).digits === 0 || (0,plausibility/* isNamePath */.r5)(value) || (value.length > TYPED && isStrung(value)))
        return false;
    if (((0,survey/* surveyOf */.y)(value).consistsOf(traits/* DOTTED */.t_) && /^[\w$]+(?:\.[\w$]+)+$/.test(value)) || (0,survey/* surveyOf */.y)(value).holds(traits/* BRACKET */.ZP) || (0,plausibility/* isSpelled */.M3)(value))
        return false;
    return (0,survey/* surveyOf */.y)(value).kinds >= 3 || (value.length >= 10 && !(0,plausibility/* isWordy */.yY)(value));
}
/** A token that a person made: longer than passwords are, and of all kinds of characters. */
function isTyped(value) {
    return value.length >= 12 && (0,survey/* surveyOf */.y)(value).kinds === 4 && isStrong(value);
}
/** Words strung together, as programs hold their texts: half of the characters belong to some. */
function isStrung(value) {
    const words = value.match(/[A-Z]?[a-z]{3,}/g)?.join("") ?? "";
    return words.length > value.length / 2 && (0,plausibility/* isNameLike */.Xj)(words);
}
/** Anything a person may have chosen. */
function isChosen(value) {
    return value.length >= 6 && value.length <= 128 && !/\s|^(?:true|false|null|none|\d{1,5})$|[*x.]{4}|^<.*>$/i.test(value);
}
/** Names written as settings are: all upper case, one word with a capital as in connection strings, or lower case with separators. In code, what is not quoted is another name. */
function isSetting(name) {
    return /^[A-Z0-9_]+$|^[A-Z][a-z]+$/.test(name) || /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name);
}

;// CONCATENATED MODULE: ./src/detector/credential/assignment/texts.js
const STRETCH = 1 << 11;
class Texts {
    #bytes;
    #text = "";
    #start = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** One character for each byte. */
    slice(start, end) {
        if (start < this.#start || end > this.#start + this.#text.length) {
            this.#start = start;
            this.#text = this.#bytes.toString("latin1", start, Math.max(end, start + STRETCH));
        }
        return this.#text.slice(start - this.#start, end - this.#start);
    }
}
/** Texts that come again and again, by a hash of their bytes. */
const texts_known = Array.from({ length: 1 << 12 });
/** The same text each time, where it is a short one. */
function wordAt(bytes, start, end) {
    let hash = end - start;
    for (let at = start; at < end; at++)
        hash = Math.imul(hash ^ bytes[at], 0x01000193);
    const place = (hash ^ (hash >>> 15)) & (texts_known.length - 1);
    const word = texts_known[place];
    if (word !== undefined && word.length === end - start && stands(word, bytes, start))
        return word;
    const made = bytes.toString("latin1", start, end);
    texts_known[place] = made;
    return made;
}
function stands(word, bytes, start) {
    for (let at = 0; at < word.length; at++)
        if (word.charCodeAt(at) !== bytes[start + at])
            return false;
    return true;
}

;// CONCATENATED MODULE: ./src/detector/credential/assignment/name.js
// Reads the name that stands before an operator, in the spellings of settings, code and markup.


const MAX_NAME = 64;
/** How far before its operator a name may end. */
const FURTHEST = 8;
/** How far back the name of a thing is looked for whose value stands here. */
const WITHIN = 160;
const [name_DASH, DOT, COLON, LESS, EQUALS, GREATER, OPEN, name_CLOSE] = [0x2d, 0x2e, 0x3a, 0x3c, 0x3d, 0x3e, 0x5b, 0x5d];
/** The name whose operator stands at `at`, of `.=` and `+=` their second half; `quoted` says whether the value is. */
function readName(bytes, at, quoted) {
    if (bytes[at] === GREATER && bytes[at - 1] !== EQUALS)
        return readTag(bytes, at);
    let end = bytes[at] === EQUALS && bytes[at - 1] === DOT ? at - 1 : skipBounds(bytes, at);
    while (end > 0 && at - end < FURTHEST && name_kinds[bytes[end - 1]] === BETWEEN)
        end--;
    const from = startOf(bytes, end);
    if (end - from < 3 || isWithinPath(bytes, from))
        return undefined;
    const name = wordAt(bytes, from, end);
    if (name.length === 5 && /^value$/i.test(name))
        return findBefore(bytes, from, pairedNames);
    const isDeclaration = quoted && bytes[at] === EQUALS && readPromise(name) === undefined;
    return (isDeclaration ? findBefore(bytes, end, declaredNames) : undefined) ?? { name, from };
}
function startOf(bytes, end) {
    let from = end;
    while (from > 0 && end - from < MAX_NAME && name_kinds[bytes[from - 1]] === NAME)
        from--;
    while (bytes[from] === name_DASH)
        from++;
    return from;
}
/** `char password[64] = …` */
function skipBounds(bytes, at) {
    let from = at;
    while (from > 0 && at - from < 2 && bytes[from - 1] === 0x20)
        from--;
    if (bytes[from - 1] !== name_CLOSE)
        return at;
    from--;
    while (from > 0 && at - from < FURTHEST && bytes[from - 1] >= 0x30 && bytes[from - 1] <= 0x39)
        from--;
    return bytes[from - 1] === OPEN ? from - 1 : at;
}
/** Part of a path of its own, such as arn:aws:…:secret:name or Type::Key; but PowerShell writes $env:NAME. */
function isWithinPath(bytes, from) {
    if (bytes[from - 1] !== COLON)
        return false;
    const before = bytes.toString("latin1", Math.max(0, from - 5), from - 1);
    return /[\w:;>}\]]$/.test(before) && !/^\$env$/i.test(before);
}
/** `<name>…`, and elements that say in an attribute, or beside them, what they hold. */
function readTag(bytes, at) {
    if (bytes[at - 1] === 0x22 || bytes[at - 1] === 0x27)
        return findBefore(bytes, at, attributes);
    const from = startOf(bytes, at);
    if (at - from < 3 || bytes[from - 1] !== LESS)
        return undefined;
    const name = bytes.toString("latin1", from, at);
    return /(?:^|-)(?:value|string)$/i.test(name) ? findBefore(bytes, from, name_named) : { name, from };
}
/** `name: DB_PASSWORD`, `value: …` of Kubernetes, and `name="…" value="…"` of XML. */
const pairedNames = /(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w.-]{3,64})["']?,?\s{0,40}["']?$/i;
/** `apiKey string = `, `apiKey: string = `, `API_KEY: &str = `, `api_key: Optional[str] = `: types stand behind names in many languages. */
const declaredNames = /([A-Za-z_$][\w$]{2,63})[?!]?(?:\s{0,3}:\s{0,3}|\s{1,3})&?\s?(?:'[a-z]{1,12}\s)?[A-Za-z_][\w.:]{0,40}(?:[<[][\w.:<>[\]|, ]{0,40})?[?*]?\s{0,3}$/;
/** `<property name="password">`, `<string name="api_key">`. */
const attributes = /<\w[^<>]{0,80}\s(?:name|key|id)=["']([\w.-]{3,64})["'][^<>]{0,60}$/i;
/** `name="…"><value>` and `<key>…</key><string>`. */
const name_named = /(?:\s(?:name|key)=["']([\w.-]{3,64})["'][^<>]{0,60}|>([\w.-]{3,64})<\/(?:[\w-]{0,24}-)?(?:name|key))>\s{0,24}<$/i;
function findBefore(bytes, end, expression) {
    const before = bytes.toString("latin1", Math.max(0, end - WITHIN), end);
    const match = expression.exec(before);
    const name = match?.[1] ?? match?.[2];
    return match && name !== undefined ? { name, from: end - before.length + match.index } : undefined;
}
/** Characters of names, and what may stand between a name and its operator. */
const NAME = 1;
const BETWEEN = 2;
const name_kinds = new Uint8Array(256);
for (const character of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.")
    name_kinds[character.charCodeAt(0)] = NAME;
for (const character of " \t\"'`\\]=:|?+")
    name_kinds[character.charCodeAt(0)] = BETWEEN;

;// CONCATENATED MODULE: ./src/detector/credential/assignment/assignment.js
// Reads `name = value` in the many spellings that configuration, code, logs and command lines have, around one operator.

/** Ends of command line options whose value follows after a blank. */
const optionWords = ["-password", "-passwd", "-passphrase", "-secret", "-token", "-api-key", "-apikey", "-access-key", "-secret-key", "-pass", "-pat"];
/**
 * The assignment whose operator (`=`, `:` or the `>` of `<name>` and `=>`) stands at `at`, or the blank behind a command line option; undefined where there
 * is none. The sieve has told comparisons, scopes and arrows from operators.
 */
function readAssignment(bytes, at, values) {
    const value = values(bytes[at] === assignment_GREATER && bytes[at - 1] !== assignment_EQUALS ? skipLine(bytes, at + 1) : at + 1);
    const name = value && readName(bytes, at, value.quoted);
    return name && value && { name: name.name, from: name.from, start: value.start, end: value.end, quoted: value.quoted };
}
const [assignment_EQUALS, assignment_GREATER] = [0x3d, 0x3e];
/** The content of an element may stand in a line of its own. */
function skipLine(bytes, from) {
    let at = from;
    while (at - from < 80 && isSpace(bytes[at]))
        at++;
    return at;
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

// EXTERNAL MODULE: ./src/detector/credential/judgement/checksum.js
var checksum = __webpack_require__(10508);
// EXTERNAL MODULE: ./src/detector/credential/judgement/entropy.js
var entropy = __webpack_require__(76982);
;// CONCATENATED MODULE: ./src/detector/credential/judgement/published.generated.js
// Generated by tools/list-published.ts from public packages. Do not edit.
const publishedDigests = new Set([
    "0011cc25eb43", "0027fa83e28f", "0037f208cfd7", "00637c928e15", "00890e4f5025", "008d70aaec4d", "00a887ace389", "00d05c7a5190", "015796f0fa44", "0189b65a732d", "018b2f5f6e90",
    "018cf229766d", "01c98662aed8", "01d215c2a625", "01da5db03e23", "02252db9794f", "027cccc5c387", "02882e57d30e", "031baa2594cd", "0386896564d5", "03d77e58b52a", "03fc0863d714",
    "04008f218783", "044d36d645ed", "04ae09db0699", "04fba2c05f91", "0589bf063c8c", "05920cebfa88", "059f2def3b86", "05b9f5d96090", "061add2804a5", "0634cb3a884c", "06501de31244",
    "065f825ca3cd", "06657090c261", "06b37a7e3254", "074587c0e30b", "07dde60d3684", "07ea43b1ea3a", "07fa995e64a5", "080194a49d77", "08058a1db8e3", "08136314cc06", "091dfa38fffc",
    "0976a2fb3d49", "0a02ffbcde54", "0a6c2a1e5736", "0b2d1c21d8c6", "0b30405cdfd6", "0b45a292507b", "0b476bdf9acf", "0b488cb1be9f", "0b6764ca5c34", "0b80a259a4e5", "0c097ac89287",
    "0c39efec40bb", "0cb758f76603", "0cf997a57f87", "0d419e1fc82e", "0d48bb1c907a", "0d51351e3cbe", "0d843cec180e", "0d893db9a278", "0dc4cc8f4921", "0dc997549302", "0dec272a05c6",
    "0f04513551db", "0f4a9c2a690d", "0f66f17c42bf", "0f95a2582d3d", "0f98826d7618", "0fca986986a7", "100f85a7c0ef", "1059dcb39fe7", "107fec5a7d52", "108741b45289", "10af52e232bc",
    "10d94c4b58a8", "10f32d899944", "11459d6d79b1", "116b6df92fdf", "11f3f6f802c2", "12743b675b5e", "12ab662de3b6", "12c547de7c31", "13121d2071ac", "1314a52039d7", "131a6c00534c",
    "131d2a24b73e", "134e25eb1db6", "1404ca4ec36d", "142ea9bb6105", "143098078abe", "1456c780d7dd", "1470faa13918", "1483062cbaef", "149b3cae3d60", "14a9207b9888", "157fd3ba07dd",
    "15903227c176", "15afdfcdd8aa", "15ecb34b471c", "16529b293d4d", "16cc6889e420", "175cf4d6f2cd", "17e594c251b0", "17f7774c20e3", "180b2fecd6c5", "184e4f79d6cb", "18af211b047b",
    "18b21a1b57ce", "18cf6b3e01d8", "18e0f2373da6", "190e773b3876", "190edf59d573", "193bf2bf15b1", "194247a6b7ae", "1978f87eb7e3", "19b20b9eb73b", "19f456b866b7", "19ff0319cdb5",
    "1a3ba29027cd", "1ab4702dd6bb", "1abe4d03004d", "1b9f3ca14154", "1bbb9293c38a", "1beb7fc08f64", "1befe07d877c", "1c253f860694", "1c5fbf4d5586", "1c6196883fbb", "1c653afc366b",
    "1c750f6ddc78", "1cb83dbf88ae", "1cbc8a5772e7", "1d157ee236b7", "1d21582eff09", "1d23b6b67fde", "1d2d1a5b6f65", "1d58019b6396", "1d5b3f2fef76", "1d72ffc0219e", "1d99b7a94fd9",
    "1db5e71ec323", "1dc2f8057b07", "1e478166ad71", "1e53e7b08f22", "1ea1dabe4f62", "1ed61fc1dd9f", "1f0fc7912ab6", "1f171d9daac2", "1f1c093daa59", "1f3b0f731f2c", "201971179eb5",
    "2037abcaffb2", "20e684b25be8", "215ecffbc519", "21df499c1020", "22c007f3e0bd", "2372333c7a61", "23951ba80267", "23bb1b1dab7b", "23e468655e16", "2408520639e5", "2414d5a84262",
    "24176def3800", "244df1780ed0", "24573402adf2", "24920228b9b4", "24bcb16b2fc4", "251e0a680fc4", "260486329e53", "2604dadaf7b2", "2670a82fc4d2", "267d1f6f1552", "26ebf5a202ac",
    "2715b8dc9f49", "274824e47a1a", "27677ac9889a", "2770c4c99243", "27a9a42931df", "27b1428e2b02", "27b390b02b19", "27d1909b6ca7", "27ebc653425e", "2808649028d2", "2820b21f110b",
    "285b8f82f1e6", "286731ebe16c", "286a7c2021be", "2885a8c8eb0d", "288ba54b6b16", "28950ae1b4f5", "2898f4326618", "28a9d0634db5", "28de975cba29", "28f0ffe24f63", "28f51e22f497",
    "2947832e2e4c", "2950ad1f8f0c", "296a9fcc70a1", "2973f22ca169", "29f7e18ef23a", "2abc28e38744", "2b2ec63d7b4f", "2b3e18845303", "2bac8469f428", "2bc29ba0294c", "2c3b966d59bb",
    "2c5ea9d74bfb", "2c940b2f331d", "2d40c8a716b7", "2d60122bda02", "2d602d13e99c", "2d6766f074f0", "2d7091476119", "2daec0b7d3d2", "2df73bf9e1f0", "2e132423b81d", "2e80c05248b6",
    "2e820157fdd2", "2e825c66ed25", "2ea5fdccbabe", "2eb85a8f3a7a", "2edbfdbcb1ca", "2f0a49445ca0", "2f21fd9c8167", "2f41346ea6ce", "2f754cedbd84", "3018f48e438e", "301b163e4fc2",
    "30598948a216", "30768e53e4f3", "30a705a89718", "30db3ea6d728", "3109a3622924", "3148a77a5f59", "31504a8213b0", "3152557850df", "315cced05b06", "31605c9fe55f", "31ba548bba41",
    "32c5055d390b", "33a6d3750d9a", "33d845dafd98", "33ebaaafb5fb", "33fe735f0074", "355629872104", "35d2e82d2b62", "35e8caf5af28", "361962d1ba10", "362633791ff8", "363b6fa6266e",
    "3654330a5f78", "36ae9c1b4c67", "36b594d46354", "36c68623bb8c", "36d1d5966325", "36d4f3ca1e7a", "374b54794dba", "379912ea9966", "37c953262ffa", "37f8f09bdf12", "38396f20eb4c",
    "38681a3966ae", "38b76ac541a2", "3904d5083a7e", "390a81d98504", "390fc93d3b97", "391dd54405a1", "392d9bf6be67", "395bef93cb75", "39f0d99db918", "3a062ef44b71", "3a8b61d0f636",
    "3a9d77a65ba1", "3acc089c89ef", "3b02ef955c41", "3b58d26d7fbb", "3bc95d7b17b5", "3bdab8f7f0e2", "3c159dd817b4", "3c253a169b6e", "3c6845ed44ee", "3c710c04313f", "3ca76296cc49",
    "3cd374a63698", "3d121f556396", "3da0ae010499", "3dbdd8cb75b6", "3e035c404df2", "3e1b22912e07", "3e6fe9c70b29", "3eb1f02a9cb9", "3ec46142500b", "3ef5866e9940", "3efc2460ecad",
    "3f34f2a6e0df", "3f370c9dd822", "3f3f774c2e15", "3f848adf45d0", "3fa71548ca59", "3fc7b955cb96", "3fcb9d3aa292", "40211c00587e", "4033f3b15217", "40487d97bd30", "407143561699",
    "416649cf08ee", "41c69b6d3e84", "41d2cb8c7c9f", "41ed30d94621", "4231d13399d8", "4307573e06d0", "431af87cd9c1", "4385f8fb2b5e", "43bf6564453e", "441c66009c2a", "4476f913f59d",
    "448dad67a9d9", "4497e629fd28", "44cd5d102d24", "44e6c89ad9f1", "4525789c28d9", "453d711f3cb3", "456a51b1f1b3", "45a87856c0d4", "45bf386c4d52", "45f0a0cc24f7", "465026e005ce",
    "46547e25a8e4", "46e16147c96a", "4751f47445f9", "475dddd7e494", "476e0bb5643e", "47a4243d7fd0", "47d695161f16", "47f61cdca6e3", "483ecb40e6f8", "48478aa82ab1", "486743a2eab4",
    "489a46d446bd", "48a9900ed898", "48bd75693c45", "48e9d74563f6", "499c8ee50eff", "49a026666985", "49ad2077c3a8", "49b2263b78de", "49e5a41ee448", "49f777db995e", "4a1ce2639d5d",
    "4a7139ed2b3b", "4ac3a26689c7", "4b182138044f", "4b1e079226b8", "4bed00e06bfb", "4c0e2a73cf7d", "4c1df0bee0b5", "4c5f1af52302", "4c6eb7a10978", "4c7b3f40e866", "4c98242dcadc",
    "4c9b6c2fb068", "4cb3cfb21197", "4cd3d387fdfe", "4d1f5a95d5fa", "4db1d554acf4", "4e8a9b321b1d", "4e92cc969917", "4f6227ce3f50", "50028661e9b4", "500f58b17bf7", "502902cbbf19",
    "503c57c99d9c", "505116885ff1", "5090fb5388ca", "50cc7cddb3be", "50fedd6ab15e", "51561e06f532", "5168bf194f37", "51a9650d868c", "520fc998d15d", "527ea309779f", "52a24af969a3",
    "52a3246c2772", "52c79ac72885", "53231fff52a0", "53679fbb8565", "53b0dda4be29", "53b4bf9cc4a0", "543d4214f5f3", "5460ca2b1633", "547dd3e7f40d", "54da230c8827", "54fd5459d69a",
    "54feb9d6f750", "558554b3b526", "558ab5ce1ff3", "55ab11d5644b", "55b0207661ae", "55b7fd8f8a77", "55c8b9dbb72e", "55d073b52428", "55f184d37c7e", "567c588e4abd", "571b17c55e13",
    "574cd7f5fa07", "574e04c2ef27", "575a669206f7", "57c4a982b6ac", "583432ef26dd", "586f36709f46", "587138f3b1a8", "58af6bc41d47", "58c5adaee0d9", "58e21e2c17a7", "591317b8491d",
    "591e6dcb5101", "5940abda0d73", "5966d6c0d7a6", "5aa8bfe9f3ea", "5acda1845356", "5b225527d22f", "5b545b56c6f8", "5b5508a009fb", "5c0e6aaf0191", "5c280b2d8492", "5c3eed3c776c",
    "5c40281a6b9b", "5c8f411d530e", "5ca3cb701ea8", "5cca253e1bbf", "5ccf2edb4f07", "5d24ce5e97ca", "5d5fe8567ad0", "5dbe8005e281", "5de261506c0f", "5e0a84198c60", "5e17a2b7970a",
    "5e75c8db695e", "5e8e3746c10a", "5eab4c3d1d47", "5f22baad9b05", "5f85b731d4a1", "6009d95f1b5e", "606a732bf899", "6098d3a35368", "60a0a87103d5", "60a3d5e74bda", "60dfdb56f826",
    "61025c20b9dc", "61124a5d3a80", "611e8328b63c", "611feb2fbe26", "6183eb2a065f", "6189b36d9648", "61eff38fef2c", "623dd74ca208", "629c2512b862", "629f4bc63f5e", "62bd4921af06",
    "631ddb73a186", "631f2437b2cb", "63296f27fa7d", "63774f6fa0c8", "64ec5f36ed3f", "6527d7df0bea", "65a1850b0515", "65b24fd4d919", "6636c07480f1", "66451f1475e2", "6667076d68ef",
    "66919d0d6a71", "669fdfb85e91", "66a06fe66513", "66c026977627", "66f442297e91", "66ffab93055c", "67111bc15f43", "675324a6f984", "67719a29df70", "67861143eae7", "67a37a9148ee",
    "687f2d694502", "68c5b4c5e919", "69265153944c", "6a16971d1a7c", "6a52f3ca3c03", "6a5eb905e55e", "6a81b2429c0b", "6a8a148ce4b3", "6a8fb6c9eda2", "6ac140301b51", "6ac530d603e6",
    "6ae2d1f30e18", "6b0c2d83afdf", "6b6dc3b60f04", "6b70e38af4b9", "6b76e48fd98e", "6bc57cc38680", "6bd2bff73773", "6be50cd8e1b5", "6c313b66c877", "6c9f4121fd49", "6d1cf74dca86",
    "6d3d1334393f", "6d79ad6b9131", "6d910b55121b", "6d9cce4fa24c", "6dee3e4410f1", "6e2881190b02", "6e70d76ad57f", "6e772820fae4", "6eb11ff1ce48", "6efdf2828070", "6f16158736fa",
    "6f1e415d87be", "6f7f42597129", "6fa8536f9d01", "6fe43f321f0c", "70213fb76b44", "7053980001bf", "706077aaa945", "706d1c285ade", "70766bf855fe", "710671da7136", "7113e2c9e532",
    "714776c4bb9a", "717f921f94c2", "71c23b45e1cb", "71f3d31b3b4e", "720b850cf945", "723193eba40f", "72a2c4ce7344", "72be3bc39845", "72e4cab76ad0", "731fa294d036", "732fd502c518",
    "733bf4877d98", "735f0d5d50a9", "736a1e4d95d0", "73964d3211b9", "73bae45781af", "73c9116f3855", "73fa3444f165", "740fed4a98f0", "741cb5137664", "744a46f52c25", "745a90eb2fd4",
    "745d9aeecb66", "74b9cbd15a4e", "74d67b77631e", "7567e96d27d9", "757b85d2516a", "75a0a8f7c7a8", "75f978a64956", "7698bad9decf", "7703196a8720", "775441d8534c", "775f6ca2c96d",
    "78040a68ed68", "7844a86c6b53", "7874960e456a", "7901b8bbb71d", "7957e26005eb", "796c58bdea48", "79b4db169c8e", "79bd8cb5ce94", "79d571b6c0c1", "79fe1f2b29b8", "7a251cdc3116",
    "7aa101bc8d71", "7ad46184dbe3", "7b0b033a9a42", "7b67c93fc666", "7bd4f1d7de61", "7be1d4be07e3", "7c157913e843", "7c37e15485e8", "7c489d8eae6e", "7c5eb7a1a8ba", "7c84cadc64c7",
    "7ca486cbe6b1", "7d0f00f24072", "7d715d6f60f1", "7db948d589e5", "7de0dba9e17c", "7df491f7f460", "7e099f39b84e", "7e55e47db675", "7e57e0e87554", "7e5c756fde17", "7ea0aaa69214",
    "7ee8a5db2714", "7f280a0c0947", "7f6a8b92775f", "7f6aebdecd9f", "7fc567f90171", "80036005eda3", "8014bf3e80ca", "8017516fa130", "80254f91d0f0", "803f7d958cc6", "804a212a3654",
    "806c0c4cf8d1", "8070db51d66b", "80900f0742e2", "80b37fccc3aa", "80f8b7c904d4", "81c57a12d94f", "81dbceaeb26a", "8218e63729ee", "82204981e6a3", "8276f1b70e1b", "83638351b98f",
    "8389c980d4be", "83ccd4785214", "841770fb50dd", "842907ae5572", "844552253902", "846dd2ac83fe", "847e6048bf47", "84993bcfc3f8", "84aa57d562f0", "84dab2be8d75", "8517e367a53c",
    "852bff6f5293", "854cebe62166", "855fb53e2a05", "85777f270ad7", "857ba1c844d4", "8595a0f705c1", "85fb01468f2d", "860fe6a23ae6", "861d5149d575", "8628b7b8ad90", "86c94c34e92a",
    "871ff47bdb82", "8731261cb72d", "874a0cf0e193", "878aa9ce9ae9", "87f975225a16", "88451a57e120", "88dc4290ffa4", "89178c080170", "891ad8fd0556", "8967f97ca302", "896d9bc5f06a",
    "8a019410f25c", "8a0d07187368", "8a60c82ef869", "8a755257ccab", "8ad3ceeb67a0", "8af927891b2f", "8b60b3160b7c", "8ba3a0c310d9", "8bc1941c50e9", "8bd1082db765", "8be5d113c087",
    "8c2e9d2aaeac", "8c482e27f098", "8c713bee414a", "8cfb4b7ebab1", "8d01918c88a8", "8d11da4d5173", "8d231defef1d", "8d3ad5123955", "8d5709638347", "8d667c349a28", "8d827189fa61",
    "8d916fb6df91", "8dd37be83479", "8de4f3568631", "8de69d99424c", "8e136ade227a", "8e975be85d7d", "8ea64f0aafc3", "8f0b2c1c7df0", "8f24f6cdbcc4", "8f8f9d06a40f", "8fa10d5ef3f3",
    "8fd7e72ea9db", "8fe50b96c004", "90399a65e333", "909b88d72cfb", "90a5a9a63d27", "90af00189fb0", "90c24b1fe313", "90d76ded9675", "911f82f81194", "912f04357b8d", "91d045de235c",
    "91e8406c7e1c", "91fbe5a60df8", "91fcc053c492", "923f9dfc8d74", "925f3f43fc84", "927ef25cd922", "92a56ac6fdaf", "92c88ccfe4f8", "93010103140e", "934fe1483b36", "937a4cd63499",
    "9387af38d103", "942201add1c0", "94caf1284897", "94e326fef9a5", "94f779bf59b8", "95065facb5d6", "95bd386de0b8", "95f1edbeb771", "9696ae7677be", "96f2f2cfc7a1", "970d72420b80",
    "97552ba96144", "975c8cce1de6", "97c11a03af19", "97f425a90bf5", "98159d150b95", "98182160fce8", "98ae8819fc7f", "98de6a2d8dee", "98f693d3d820", "99002eda485b", "99860ed9fdf7",
    "99892b9a041a", "9a3879bffe70", "9a3b596f4d87", "9a42ffa13aff", "9a5449e68775", "9a86dc566850", "9a931c55ac02", "9ab0be72f955", "9ab6db67523b", "9ace1d453f10", "9b96a97436d6",
    "9bb3cde159ec", "9c12e6328f47", "9c4098b0aacb", "9c63ab5af544", "9c97b42bec36", "9ca7bfc42820", "9cd72e5746de", "9e875745a9ef", "9ec0be036c22", "9f0561b7a3f9", "9fd48845a784",
    "9fe5347800e8", "9ff1bd2bb6be", "a08352fc9da1", "a0b5d0067b04", "a0e4bf653d5b", "a0f04a80b16e", "a0f477702b38", "a1547b815a0c", "a19f89ab3555", "a1c1fce3ec26", "a1d8c6efc45c",
    "a211293fee44", "a2b6dc00691b", "a2b99d045485", "a367550e2c86", "a3690f0986ca", "a3732b608347", "a390a36efc33", "a3934462924f", "a3a9e1ed9732", "a3f781feac08", "a43cd745a9aa",
    "a449120bfe95", "a45404ae333d", "a463c3dee899", "a51b526d181d", "a525148613fe", "a554eceac32f", "a5bcec4ac345", "a5defee3e1b1", "a608b49ccc8b", "a624a4571076", "a643fa05b2b5",
    "a64ed54f0b45", "a6c814bc555a", "a6da51ac46b6", "a6ef847e6c2c", "a73b3ad3b416", "a78b31e784b7", "a78b54dee7ff", "a7a1c5f1c140", "a7e08cf077f3", "a8230715a71e", "a83499d1eb58",
    "a87d6066f46e", "a8a9b796fcdf", "a8edeca522ee", "a90eb04910ae", "a96b3543f49a", "a9a5a484424e", "a9f99e8d5c77", "a9faed337b1b", "aa25a0594dbb", "aa4375e5927d", "aada59d6b15d",
    "aaeb80cdcb80", "ab1fbbbc3dc4", "ab6852ad6a0b", "ab6aa522f98b", "abde1f80aa31", "ac0e5fa70bb2", "ac1c69d1a35f", "ac1ef2d6d565", "ac25293a721f", "ac54ee6bf3ef", "acffbf7a4554",
    "ad285e4425d3", "ad29e7867123", "ad505fdd61e9", "ad72befe594c", "ada28d5c4411", "adbe0e016a2f", "ae46b70b8c80", "aef277bd7dda", "aef356ee37c6", "af78a6e8d394", "b09b76a96b10",
    "b0af71dfe89b", "b0e70c7f440b", "b15f087bd65c", "b16b133347df", "b18dbe9d6d90", "b1a3f060c2b5", "b20aa705d325", "b26295bf2816", "b267ba2b01fa", "b2a9a108a628", "b2aea23f96b0",
    "b2b0a94d6571", "b2c1223bcbe7", "b311bb95a7ea", "b312819e7c35", "b3a12ab07bb3", "b3eea9d88af0", "b3f19cc85129", "b42fe3bae8d0", "b437f2953095", "b43ba5130827", "b48659ff2e1e",
    "b4b68514fe81", "b4cebde37775", "b4d6340bdd15", "b5445a182be8", "b55910269847", "b55c3eb08713", "b56646211818", "b56dbe26f70c", "b590c542202c", "b5b17ca1d657", "b5c815b56ed7",
    "b5cfa13f7824", "b60be6ab13bd", "b617eac57f0f", "b641460bf4c5", "b6670124dc43", "b6ad703cf9d1", "b6f224ae5806", "b71808e7b2b6", "b71c47a13664", "b777860f27f3", "b77f4f1939ab",
    "b798d2ecdf89", "b7a4257bddc7", "b80c69979ecb", "b955f16adcdf", "b97b3d1b0d82", "b9904b8ed45b", "ba3000bfe1d5", "ba321754cd5c", "ba54690e1ab6", "ba605fbeafc3", "bab5d96c02d2",
    "bb2139a77b7a", "bb360bcaf88e", "bb3a3c50ca8d", "bb54574a88d7", "bb61f083cba7", "bb89d7376f71", "bbcd436fcf53", "bcc1a4dcd108", "bcd969af6480", "bce9654d4985", "bcfe15da4084",
    "bd3beffab198", "bd9ccdc09468", "be211335a672", "be412759b5f8", "be837d48dd3d", "bea343bf7656", "bee1c3c1f9df", "bf03f60872cf", "bf552d2ff30b", "bf81191a72d2", "bfb653d48c4a",
    "c051b221e671", "c0a9271ec8c3", "c0bd2c85eb19", "c0c97668ea4f", "c113e002448b", "c1158f3fadec", "c133a1f9066a", "c188a3b92a26", "c1a5db9e0518", "c1bafbbebc8b", "c1db901689ba",
    "c20db494e378", "c25bfa6f58ab", "c26f53da16de", "c2754de699c9", "c2a68b4b2251", "c309daa687db", "c3eca96429c4", "c4012af2adce", "c41326c55c55", "c46ba61e198b", "c49ff787b008",
    "c4d9a0b766e8", "c4e28443d0cd", "c5fc37113d43", "c628aec9bf76", "c67a03faf7b6", "c79f60cf8704", "c7bbe4edfe81", "c8a0d94c0009", "c8fcb0a7d79d", "c95503a26c2d", "c97ad32bf7a8",
    "ca3006d5cbea", "ca890f9eea76", "cae8fe48fffa", "caf223bed418", "cb28b377540c", "cb37d483ca9f", "cb7d10653946", "cb97cb61fe51", "cbd4730574f2", "cc370a40e4f5", "cc3ace96f6e7",
    "cc3dec0b70ae", "cc48b998378a", "cc4f30f6bfa3", "cc6cba99c207", "cd1c2fcf1868", "cd3776bcad2b", "cdbcab340282", "cdbf18a22c67", "ce0e5e2d20c0", "ce221ff0bd50", "ce41d1483bb0",
    "ce5f1d772421", "ce8515c5525e", "ce94a7df99a3", "cea27ace9b9a", "cebe8723d848", "cebfeaba77a0", "cee1060b7721", "cee14fc502b2", "ceec560a1025", "cfce2f43cf1e", "cfe49fd502a1",
    "d0037f7fcc05", "d0a406e8809d", "d0aece615b35", "d0c01bc88bd8", "d0d29dfc2c03", "d0ea6ee5840e", "d0f2676c79e8", "d0fd56004af9", "d118e75dc9fa", "d13356f7caef", "d155e4e9a981",
    "d1743b0da7c2", "d18bc6a1c541", "d19b823b599f", "d1a5a7d6fecf", "d1bc718558c2", "d1d2d26c32c0", "d1dacdefd444", "d1e6c08f8971", "d26419bacb0b", "d2ab1e5e27db", "d2c8cb5aa80d",
    "d305e6b17def", "d34c36e8d4cf", "d37c86846d84", "d429e0f97d1d", "d45c6bbbf1a5", "d504a78e0b3d", "d52753088512", "d5664d71e140", "d5dd95f09665", "d5f15e5c7aa1", "d6002ac0d865",
    "d62649b8bbcc", "d64146ccb358", "d643190b902a", "d69a5c5d7fc7", "d6baa0075ae1", "d72417ec49dd", "d76af3dd7eaf", "d771396377bb", "d78ed80c4d0e", "d84bdeae29db", "d87aa4c93006",
    "d8b5a9cce1fa", "d8c2efc4c850", "d92e60d827a2", "d95a591718eb", "d9b21c239093", "d9c3482af2ba", "da14fab6ddc8", "da8bc9d3164d", "da9d2559ed1d", "daa75f6437eb", "daadf7b5cc1d",
    "dae581db6ddd", "dc04c8aa4539", "dc0fcf046c61", "dc1d8e296eaf", "dc2110ba6d9a", "dc4704fc8d05", "dc4b175ed4b3", "dcc1cf7a51c3", "dd71b461b7c1", "dd7836c95c81", "dd92bfcff695",
    "ddd9ce662803", "ddf10e62bfa7", "de19bd49f36b", "de1c71e487fc", "de505a5b16c3", "de868ce6096c", "de8fcee964b7", "deffc27164b4", "df020ba8e0f3", "df452eef23e8", "df965cd79ecf",
    "e033bc87562a", "e03a2f8236bd", "e0599f9d9124", "e05bc4cfa05f", "e0a33b21e055", "e0cfc29dfdf5", "e126700b7238", "e14e032abd57", "e19cb18d822d", "e1d5375514ca", "e20b8f9133c4",
    "e2567384aef0", "e2eb6b9c7734", "e30262456a21", "e30744025cfa", "e323adc03718", "e33ed6b0f17f", "e360ed698826", "e451d743c2b5", "e46046e2ea17", "e4755aadfae8", "e478280aaaef",
    "e484677fb091", "e4a5542bb7fd", "e4a82fb4ed91", "e4b9aefc829b", "e5049fca8aff", "e555f75cc746", "e57c62089d36", "e59ea07fc7f1", "e692d612b78b", "e69cc771eb02", "e6c1978f88e1",
    "e6c2d3455587", "e6f9993c7265", "e737db27c11c", "e76d2d65bc24", "e7870b1dd4be", "e7a5499cb6a1", "e7b78ce3c82e", "e7c62801366b", "e7e2a5b79474", "e856c6e712db", "e8610d763e3a",
    "e861d7978399", "e86453627096", "e8a778583122", "e8c382965068", "e8c64f819662", "e8c9c19acc62", "e8d0aa5ed627", "e8e3f5ac838f", "e8f103057863", "e92fddbb3081", "e98979760055",
    "ea46b2a08498", "ea6b8434fe83", "ea7c8dd3c676", "ea9bb1082cf9", "eae038b373df", "eaf82fc5bcff", "eb15b1558052", "eb4edce1ae41", "eb540d2b6ee2", "eb59d833771f", "eb6aaf235098",
    "ebcca3e4b87c", "ebd15fcfb1ad", "ebf0b1587c9c", "ec15836b50f1", "eccfba560cba", "ecf003302559", "ecf4870d0b0d", "ed44042df90a", "ed92af9595b5", "eddfc7b6d5cd", "ee01271ee22f",
    "ee52285f09f8", "ee9f7fae476e", "eeead33e19e2", "eef168423ab2", "ef1800261d85", "ef309c87028c", "ef3f9d503d3a", "ef468988555f", "ef59df2aa390", "ef8091197571", "efe3a30903b5",
    "f0386f9be1fe", "f0fcf550635c", "f128124f1f12", "f131f5496d22", "f13f1d4961be", "f16d6d6734a3", "f1882391c63c", "f1de3ef8e06f", "f221f9ebbd9e", "f249bbf137c2", "f2af9e07f8b9",
    "f2f8c50fdb78", "f3114a8c0a48", "f3721a5b19ea", "f3ede7927538", "f40fb24ba6a2", "f420161d76f0", "f43868a977db", "f456ba38ae92", "f458ab7133cd", "f47a14c0e24c", "f49cb29cc4bb",
    "f4ceadce6dec", "f4fdce744869", "f514a92a2ec9", "f5245df1feda", "f53cddc280b5", "f5bc350b508a", "f5d7a361e6e6", "f5e42bee7204", "f65a88a97fcd", "f67a1f4ec192", "f6d03238b891",
    "f6d27a1a2891", "f7334e37ed8e", "f74ab8b86546", "f77896445143", "f77b776262fa", "f7801f38be6c", "f7eb5571b3e7", "f84397c8f276", "f877aa4227e1", "f885e38519cc", "f8a7b7f0b686",
    "f8a9f4621724", "f8b1e2bd58a6", "f8f406b5bbfa", "f90a517eb94a", "f9711627f2dc", "f98892d7129a", "f9aa1eb8413d", "f9e68dd51aee", "f9e92399f724", "f9fc66a4f573", "fa06bf6e475a",
    "fa1393fff941", "fa222ad3b4e0", "fa50bc48e1b9", "fa59c2112d1e", "fba8484b6839", "fbbeb500de3e", "fbc5f7847129", "fbe8b1be6eb9", "fc4567dd89d9", "fc76a332ade9", "fc76ad8d3abb",
    "fc9409ca704b", "fc9628852ecf", "fca8b2d4e9dc", "fcc25f9f1612", "fcdffdadd5c3", "fd1bf2aa222b", "fd2b62107e3f", "fe9b2a0fc72f", "fec57f5ea92e", "fede5f2bb6e0", "ff12400978d0",
    "ff854ab5b560", "ff86d7a9d8fa", "ff88e194dfde",
]);

;// CONCATENATED MODULE: ./src/detector/credential/judgement/published.js
// Values that standards and manuals print as examples, and that documentation everywhere repeats. Kept as digests, so that none of them stands here.


/** First twelve hexadecimal digits of the SHA-256 of values in RFC 5849, 6749, 6750, 7009, 7617, the OAuth 1.0 community guide and what quotes them. */
const digests = new Set([
    "6c96130f130a", "00cf4c781dc3", "ea9bdfd02c0c", "ca7459e2b267", "9d03b692e941", "8d567eb88aff", "b8e148545b13", "a35b81a7d792", "d167410a1686", "055671f8eca8", "53f5da0aaa93", "ad62d48d8b06", "cf4d418ed3de",
    "cb87c87e4a13", "649e1f5c769e", "bb9b1163338b", "4c20e6f5cc11", "6aa14267d949", "a8e3c23c8262", "9e309cccd311", "e9974c507d2a", "293257ab6495", "c20fbc2b9618", "b87dad10a32a", "2ff8b0fb93ac",
]);
/** True for an example of the documentation: it says so itself, or it is one of the well-known ones. */
function isPublishedExample(value) {
    if (/example/i.test(value) && !value.includes("-----BEGIN "))
        return true;
    const digest = toDigest(value);
    return digests.has(digest) || publishedDigests.has(digest);
}
/** First twelve hexadecimal digits of the SHA-256 of a value; of a key in text form its base64 alone counts, however its lines are broken. */
function toDigest(value) {
    const plain = value.includes("-----BEGIN ") ? value.replace(/-----[A-Z0-9 ]{3,60}-----|\\[nrt]|[^A-Za-z0-9+/]/g, "") : value;
    return (0,external_node_crypto_.createHash)("sha256").update(plain, "latin1").digest("hex").slice(0, 12);
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/structure.js
// Structure that a value must have beyond its characters. What fails here is not what the rule looks for.



const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** Names that a rule's `structure` may have, each with the check of a value. */
const structures = {
    /** RFC 7519: a header that is a JSON object with `alg`, a payload with one of the claims that identify or limit it. */
    "json-web-token": (value) => {
        const [header, payload] = value.split(".");
        const claims = readObject(payload);
        return "alg" in (readObject(header) ?? {}) && claims !== undefined && registeredClaims.some((claim) => claim in claims) && !isExampleSubject(claims);
    },
    /** Sixteen base-32 characters; in keys of today they hold a 12-digit account number. */
    "aws-key-id": (value) => {
        const account = awsAccount(value.slice(4));
        return account !== undefined && account < 1_000_000_000_000;
    },
    /** Basic authentication, RFC 7617: base64 of name, colon, password. */
    "user-and-password": (value) => {
        const plain = external_node_buffer_.Buffer.from(value, "base64").toString("latin1");
        const password = plain.slice(plain.indexOf(":") + 1);
        return /^[\x21-\x7e]{1,128}:[\x21-\x7e]{4,256}$/.test(plain) && (0,plausibility/* isChosenPassword */.M4)(password);
    },
    /** RFC 7468: behind the first line and the headers stands base64, also where line breaks are written as escapes or strings are joined. */
    "pem-body": (value) => {
        const body = value.replace(/^[\s\S]{0,40}?-----[A-Z ]{3,40}-----/, "").replace(/^(?:(?:\\[nr]|[\s"'+,\\]){0,64}[A-Za-z-]{4,20}:[^\n\\]{0,200}){1,8}/, "");
        const run = /^[A-Za-z0-9+/=\\\s"'+,]{0,12000}/.exec(body)?.[0].replace(/\\[nr]|[^A-Za-z0-9+/]/g, "") ?? "";
        return run.length >= 60 && /[A-Za-z0-9+/]{20}/.test(body.slice(0, 160)) && new Set(run.slice(0, 400)).size >= 16;
    },
    /** A 64-byte key in base64. */
    "base64-64-bytes": (value) => external_node_buffer_.Buffer.from(value, "base64").length === 64,
    /** The same for addresses, without the short words of manuals. */
    "address-password": plausibility/* isAddressPassword */.so,
    /** A password that somebody chose: no placeholder, no reference, none of the words that documentation uses. */
    "chosen-password": plausibility/* isChosenPassword */.M4,
    /** A chosen password that is no word either: letters and digits mixed, for places where names stand as often as values. */
    "mixed-password": (value) => (0,plausibility/* isChosenPassword */.M4)(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && !(0,plausibility/* isWordy */.yY)(value) && !(0,plausibility/* isNamePath */.r5)(value) && !/^[A-Za-z_]\w*\.\w|passw|crypt|^(?:sha|md)\d/i.test(value),
    /** Many characters of any kind, and no words: keys that a framework makes for itself. */
    "mixed-secret": (value) => !(0,plausibility/* isPlaceholder */.wK)(value) && !/\{\{|<%|\$\{/.test(value) && (0,entropy/* entropy */.U)(value) >= 3.6 && !(0,plausibility/* isWordy */.yY)(value) && !(0,plausibility/* isNamePath */.r5)(value),
    /** Text without words, digits among the letters. */
    "random-text": (value) => (0,plausibility/* isRandomText */.xU)(value) && !(0,plausibility/* isReference */.A_)(value),
    /** A value in a Secret's data: any that stands for itself. */
    "secret-data": (value) => !(0,plausibility/* isReference */.A_)(value) && !(0,plausibility/* isPlaceholder */.wK)(value),
};
/** The account in an access key id's 16 characters: bits 1 to 40; undefined for other characters and for keys that hold none. */
function awsAccount(body) {
    let bits = 0n;
    for (const character of body.slice(0, 10)) {
        const digit = BASE32.indexOf(character);
        if (digit < 0)
            return undefined;
        bits = (bits << 5n) | BigInt(digit);
    }
    return Number((bits >> 9n) & 0xffffffffffn);
}
/** RFC 7519, section 4.1, and those that services add. */
const registeredClaims = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "role", "roles", "scope", "scp", "client_id", "azp", "email", "user_id"];
/** The subject that documentation of the format uses: the digits in their order. */
function isExampleSubject(claims) {
    return "sub" in claims && typeof claims.sub === "string" && "1234567890".startsWith(claims.sub);
}
function readObject(part) {
    try {
        const value = JSON.parse(external_node_buffer_.Buffer.from(part ?? "", "base64url").toString("utf8"));
        return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/judge.js





/** What is left to say about a value that has the rule's form: confirmed, weaker than the rule says, or undefined for none. */
function judge(rule, value, { text, start, end }) {
    if (rule.structure && !structures[rule.structure](value))
        return undefined;
    if (rule.checksum && checksum/* checksums */.vw[rule.checksum](value))
        return { rule, confirmedBy: "checksum" };
    if (rule.entropy > 0 && (0,entropy/* entropy */.U)(value) < rule.entropy)
        return undefined;
    if (text.charCodeAt(end) === AT && isForNobody(value, text.slice(Math.max(0, start - value.length - 1), start), text.slice(end, end + REACH)))
        return { rule: toExample(rule) };
    if (isNoValue(rule, value) || (rule.checksum && isInWord(text, start, end)))
        return isPublishedExample(value) ? { rule: toExample(rule) } : undefined;
    const told = rule.checksum ? toWrong(rule) : rule;
    const settle = () => (isPublishedExample(value) ? toExample(rule) : told);
    return { rule: told, settle, ...(rule.structure && !rule.checksum && { confirmedBy: "structure" }) };
}
/** How much of what stands behind a value is looked at. */
const REACH = 64;
const AT = 0x40;
function isNoValue(rule, value) {
    const secret = rule.publicPrefix !== "" && value.startsWith(rule.publicPrefix) ? value.slice(rule.publicPrefix.length) : value;
    // The body of a key holds runs of zeros and any word by chance, in text and in bytes; its own check has judged it.
    const isKeyBody = rule.structure === "pem-body" || /[\0-\x08]/.test(secret);
    return secret.length < 400 && !isKeyBody && (0,plausibility/* isPlaceholder */.wK)(secret);
}
function isInWord(text, start, end) {
    return /[A-Za-z0-9]/.test(text.charAt(start - 1) + text.charAt(end));
}
/** Behind the password of an address: this machine, and names that are reserved for manuals (RFC 2606). */
const here = /^@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)/i;
const reserved = /^@(?:(?:[\w-]+\.){0,4}example(?:\.(?:com|org|net))?(?![\w.-]*\w)|(?:[\w-]+\.){1,4}(?:test|invalid|localhost)(?![\w.-]))/i;
/** A value of this length is drawn, not thought up for a manual. */
const DRAWN = 12;
function isForNobody(value, before, after) {
    return (0,plausibility/* isSpelled */.M3)(value) || before === `${value}:` ? here.test(after) || reserved.test(after) : value.replace(/%[0-9a-f]{2}/gi, "%").length < DRAWN && reserved.test(after);
}
/** Rules as they are told of weaker values; each made once. */
const examples = new WeakMap();
const wrong = new WeakMap();
/** Told, since it is there, but nobody is let in by it. */
function toExample(rule) {
    return remember(examples, rule, () => ({ ...rule, title: `${rule.title} (an example of the documentation)`, severity: "low" }));
}
function toWrong(rule) {
    return remember(wrong, rule, () => ({ ...rule, title: `${rule.title} (its checksum is wrong)`, severity: "medium" }));
}
function remember(known, rule, make) {
    const made = known.get(rule) ?? make();
    known.set(rule, made);
    return made;
}

;// CONCATENATED MODULE: ./src/detector/credential/rule.js
/** How narrow a rule is: an exact token format, a value named by its context, or any credential-like value. */
const breadths = ["exact", "context", "generic"];

;// CONCATENATED MODULE: ./src/detector/credential/assignment/value.js
// Reads the value behind an operator: quoted or plain, and only where it may be worth a look.
const LEAST = 6;
const value_MOST = 512;
/** A reader for one text, which remembers how far it has looked. Outside of `trusted` places values without a digit are words. */
function createValueReader(bytes, trusted) {
    const plain = createPlainReader(bytes);
    return (after) => {
        let start = after;
        while (start - after < 4 && (bytes[start] === 0x20 || bytes[start] === 0x09))
            start++;
        const kind = value_kinds[bytes[start]];
        const value = (kind === value_QUOTE ? readQuoted(bytes, start) : kind === value_PREFIX ? readPrefixed(bytes, start) : undefined) ?? plain(start);
        return value && value.end - value.start >= LEAST && (trusted || hasDigit(bytes, value)) ? value : undefined;
    };
}
/** What a quoted value begins with, and what may stand before its quote. */
const value_QUOTE = 1;
const value_PREFIX = 2;
const value_kinds = new Uint8Array(256);
for (const character of "\"'`")
    value_kinds[character.charCodeAt(0)] = value_QUOTE;
for (const character of "rbfuRBFU@$\\")
    value_kinds[character.charCodeAt(0)] = value_PREFIX;
const BACKSLASH = 0x5c;
/** A quote that is never closed holds no value, and neither does what follows it. */
const NOTHING = { start: 0, end: 0, quoted: true };
function readQuoted(bytes, open) {
    const quote = bytes[open];
    if (value_kinds[quote] !== value_QUOTE)
        return undefined;
    for (let end = open + 1; end < open + value_MOST && end < bytes.length; end++) {
        const byte = bytes[end];
        if (byte === 0x0a || byte === 0)
            return NOTHING;
        if (byte === quote)
            return { start: open + 1, end: skipEscapes(bytes, end), quoted: true };
    }
    return NOTHING;
}
/** Where the backslashes of a closing quote begin: JSON in JSON in JSON has three of them. */
function skipEscapes(bytes, quote) {
    let end = quote;
    while (quote - end < 7 && bytes[end - 1] === BACKSLASH)
        end--;
    return end;
}
/** `r"…"`, `b'…'`, `@"…"`, and quotes that are escaped themselves. */
function readPrefixed(bytes, at) {
    let escapes = 0;
    while (escapes < 7 && bytes[at + escapes] === BACKSLASH)
        escapes++;
    return readQuoted(bytes, at + (escapes === 7 ? 7 : escapes >= 3 ? 3 : 1));
}
/** Up to a blank, a quote or what else ends a value; a call or an index is code and no value. */
function createPlainReader(bytes) {
    let known = { start: 0, end: 0 };
    return (start) => {
        if (start < known.start || start >= known.end) {
            let end = start;
            while (end < bytes.length && (plainCharacters[bytes[end]] === 1 || isInnerAmpersand(bytes, end)))
                end++;
            known = { start, end };
        }
        let { end } = known;
        const stop = bytes[end];
        while (end > start && (bytes[end - 1] === 0x2e || bytes[end - 1] === 0x3a))
            end--;
        const isElided = known.end - end >= 3;
        return isElided || end - start > value_MOST || stop === 0x28 || stop === 0x5b ? undefined : { start, end, quoted: false };
    };
}
/** An ampersand belongs to a value unless it joins parameters or commands, or begins an entity. */
function isInnerAmpersand(bytes, at) {
    return bytes[at] === 0x26 && /^&[^\s&"'`()\\<>,;|{}[\]=][^\s&"'`()\\<>,;|{}[\]=]{0,40}(?:[&\s]|$)/.test(bytes.toString("latin1", at, at + 44));
}
/** Visible ASCII but quotes, brackets and separators. */
const plainCharacters = new Uint8Array(256).fill(1, 0x21, 0x7f);
for (const character of "\"&'(),;<>[\\]`{|}")
    plainCharacters[character.charCodeAt(0)] = 0;
function hasDigit(bytes, { start, end }) {
    for (let at = start; at < end; at++)
        if (bytes[at] >= 0x30 && bytes[at] <= 0x39)
            return true;
    return false;
}

;// CONCATENATED MODULE: ./src/detector/credential/assignment/assignments.js
// Assignments in one window, read and judged only where nothing narrower names the value: most values on most lines have a rule of their own or are nothing.









const RANK = breadths.indexOf("generic");
const preview = (0,redact/* previewCredential */.eP)("");
/** In prose a name has blanks: `next page token: …`. */
const harmlessBefore = /\b(?:next|page|continuation|csrf|sync|public) $/i;
/** How far behind its operator a value begins, ends, and may end. */
const FARTHEST_START = 16;
const NEAREST_END = 7;
const FARTHEST_END = 1 << 10;
const assignments_GREATER = 0x3e;
const UNASKED = 0;
const YES = 1;
const NO = 2;
class Assignments {
    #bytes;
    #trusted;
    #values;
    #texts;
    /** Offsets of operators, and of the blanks behind options, in ascending order. */
    #places = [];
    /** Of each whether it is one, as far as that has been asked. */
    #answers = new Uint8Array(0);
    /** The furthest end of those up to each. */
    #reach = new Int32Array(0);
    /** `trusted` places hold settings and no prose. */
    constructor(bytes, trusted) {
        this.#bytes = external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        this.#trusted = trusted;
        this.#values = createValueReader(this.#bytes, trusted);
        this.#texts = new Texts(this.#bytes);
    }
    get isEmpty() {
        return this.#places.length === 0;
    }
    /** With its operator at `at`, or the blank behind an option; in ascending order. */
    add(at) {
        this.#places.push(at);
    }
    /** Those whose values overlap with none of `taken`, which come in order. */
    find(rule, taken) {
        const found = [];
        this.#answers = new Uint8Array(this.#places.length);
        this.#reach = new Int32Array(this.#places.length);
        let next = 0;
        let reach = 0;
        for (let n = 0; n < this.#places.length; n++) {
            const at = this.#places[n];
            while (next < taken.length && taken[next].end <= at)
                next++;
            const isNamed = next < taken.length && this.#isSureToMeet(at, taken[next]);
            const assignment = isNamed ? undefined : this.#at(n);
            reach = Math.max(reach, isNamed ? at + FARTHEST_END : assignment?.end ?? 0);
            this.#reach[n] = reach;
            if (assignment && !meets(assignment, taken, next) && this.#hold(n, assignment))
                found.push(new GenericCredential(rule, this.#bytes, assignment));
        }
        return found;
    }
    /** Whether the value behind an operator overlaps with the span, if there is one. */
    #isSureToMeet(at, { start, end }) {
        return start < at + NEAREST_END && end > at + FARTHEST_START && this.#bytes[at] !== assignments_GREATER;
    }
    #at(n) {
        const read = readAssignment(this.#bytes, this.#places[n], this.#values);
        return read && readPromise(read.name) !== undefined ? read : undefined;
    }
    #hold(n, assignment) {
        if (this.#answers[n] === UNASKED)
            this.#answers[n] = !this.#isWithin(n, assignment.start) && this.#judge(assignment) ? YES : NO;
        return this.#answers[n] === YES;
    }
    /** What begins within a value is part of it. */
    #isWithin(n, start) {
        for (let before = n - 1; before >= 0 && this.#reach[before] > start; before--) {
            const assignment = this.#answers[before] === NO ? undefined : this.#at(before);
            if (assignment && assignment.end > start && this.#hold(before, assignment))
                return true;
        }
        return false;
    }
    #judge(assignment) {
        const { start, end, from } = assignment;
        if (!keepsPromise(assignment, this.#texts.slice(start, end), this.#trusted))
            return false;
        return this.#bytes[from - 1] !== 0x20 || !harmlessBefore.test(this.#bytes.toString("latin1", Math.max(0, from - 16), from));
    }
}
/** Whether the span overlaps with one of `taken` from the number on. */
function meets({ start, end }, taken, from) {
    for (let next = from; next < taken.length && taken[next].start < end; next++)
        if (taken[next].end > start)
            return true;
    return false;
}
class GenericCredential {
    rule;
    start;
    end;
    from;
    rank = RANK;
    preview = preview;
    #bytes;
    constructor(rule, bytes, { start, end, from }) {
        this.rule = rule;
        this.start = start;
        this.end = end;
        this.from = from;
        this.#bytes = bytes;
    }
    settle() {
        return isPublishedExample(this.#bytes.toString("latin1", this.start, this.end)) ? toExample(this.rule) : this.rule;
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/excerpt.js
// The text that expressions run on: of a large window a stretch at a time. A megabyte of text costs more to make, and to hold until it is collected, than to search.

/** Strings of this size V8 keeps among its young objects, which come and go for little. */
const excerpt_MOST = 120_000;
/** More than what expressions look at before a match, and what stands behind a keyword in any case. */
const BEFORE = 1 << 10;
const BEHIND = 1 << 14;
class Excerpts {
    #bytes;
    #whole;
    #last = { text: "", start: 0, isCut: true };
    /** `whole` gives the text of all bytes. */
    constructor(bytes, whole) {
        this.#bytes = bytes;
        this.#whole = whole;
    }
    /** With `at` in it, and as much before and behind it as there is and is of use. */
    around(at) {
        const { text, start, isCut } = this.#last;
        const isAround = (start === 0 || at - start >= BEFORE) && (!isCut || start + text.length - at >= BEHIND);
        if (!isAround)
            this.#last = this.#bytes.length <= excerpt_MOST ? this.whole() : this.#cut(Math.max(0, at - BEFORE));
        return this.#last;
    }
    whole() {
        return { text: this.#whole(), start: 0, isCut: false };
    }
    #cut(start) {
        const { buffer, byteOffset, length } = this.#bytes;
        return { text: external_node_buffer_.Buffer.from(buffer, byteOffset + start, Math.min(excerpt_MOST, length - start)).toString("latin1"), start, isCut: start + excerpt_MOST < length };
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/compiled.js
// A rule's expression as it is run: at a few places around a keyword, and asked for no more than its value's place.




function compiled_compile(rule, number) {
    const pattern = new RegExp(rule.pattern, `${rule.flags}y`);
    const indexed = rule.secretGroup === 0 || endsWithGroup(rule.pattern, rule.secretGroup) ? undefined : new RegExp(rule.pattern, `${rule.flags}dy`);
    return {
        rule, number, pattern, indexed, isRun: isRun(rule), isFar: reachOf(rule.pattern) > BEHIND, rank: breadths.indexOf(rule.breadth), preview: (0,redact/* previewCredential */.eP)(rule.publicPrefix),
        allow: rule.allow.map(toAllowance), ...(rule.path !== undefined && { path: new RegExp(rule.path) }),
    };
}
function isRun({ keywords, tail }) {
    return tail?.next !== undefined && keywords.every((keyword) => Array.from(keyword).every((character) => tail.chars.includes(character)));
}
/** Keyword first. */
const NO_FRONT = [0, 0];
/** Tries the expression wherever its match can begin for a keyword at `at`. */
function runBefore({ rule, pattern, indexed }, text, at) {
    const [least, most] = rule.front ?? NO_FRONT;
    for (let from = Math.max(0, at - most); from <= at - least; from++) {
        pattern.lastIndex = from;
        if (indexed ? !pattern.test(text) : rule.secretGroup === 0 && !pattern.test(text))
            continue;
        if (rule.secretGroup === 0)
            return { text, from, to: pattern.lastIndex, start: from, end: pattern.lastIndex };
        const found = findGroup(indexed ?? pattern, text, { from, group: rule.secretGroup });
        if (found)
            return found;
    }
    return undefined;
}
/** A group that took no part leaves the whole match as the value. */
function findGroup(pattern, text, { from, group }) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match)
        return undefined;
    const to = from + match[0].length;
    if (match.indices) {
        const [start, end] = match.indices[group] ?? [from, to];
        return { text, from, to, start, end };
    }
    return { text, from, to, start: match[group] === undefined ? from : to - match[group].length, end: to };
}
/** Whether nothing that takes characters stands behind the group in the expression, so that it ends where the match does. */
function endsWithGroup(pattern, group) {
    return /^\)?(?:\(\?!\[[^\]]*\]\))?$/.test(pattern.slice(findClose(pattern, group)));
}
/** Offset behind the parenthesis that closes the group. */
function findClose(pattern, group) {
    const open = [];
    let count = 0;
    for (const { 0: piece, index } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])|\(\?|\)/gs)) {
        if (piece.startsWith("("))
            open.push(piece === "(" || piece === "(?<" ? ++count : 0);
        else if (piece === ")" && open.pop() === group)
            return index + 1;
    }
    return 0;
}
/** The most characters that a match can have; more where a choice is among them, all of whose ways count. */
function reachOf(pattern) {
    const open = [0];
    let last = 0;
    for (const { 0: piece, 1: least, 2: most } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[:=!]|\{(\d+)(?:,(\d+))?\}|./gs)) {
        if (piece.startsWith("("))
            open.push(0);
        else {
            const isCount = least !== undefined;
            last = piece === ")" ? open.pop() ?? 0 : isCount ? last * (Number(most ?? least) - 1) : 1;
            open.push((open.pop() ?? 0) + last);
        }
    }
    return open[0] ?? 0;
}

// EXTERNAL MODULE: ./src/detector/credential/pattern/threads.js
var threads = __webpack_require__(73979);
;// CONCATENATED MODULE: ./src/detector/credential/own/own-scanner.js
// Runs the user's rules over a window whose content holds one of their keywords.





/** Steps of matching on one window, all rules together, before the rest counts as not examined. */
const BUDGET = 3_000_000;
/** Broader than a format of its own, narrower than an assignment; see rule.ts. */
const own_scanner_RANK = 1;
/** Keywords that can be searched for together with those of all rules: not too short, and of the same bytes in both cases. */
const searchable = /^[\x20-\x7e]{3,}$/;
function createOwnScanner({ rules, allowlists }) {
    const keywords = [...new Set(rules.flatMap((rule) => rule.keywords.filter((keyword) => searchable.test(keyword))))];
    const compiled = rules.map((rule) => ({
        rule,
        regex: rule.regex === undefined ? undefined : new pattern/* Pattern */.z(rule.regex),
        path: rule.path === undefined ? undefined : new pattern/* Pattern */.z(rule.path),
        accept: createAccept([...allowlists, ...rule.allowlists]),
        always: rule.keywords.length === 0,
        keywords: rule.keywords.map((keyword) => keywords.indexOf(keyword)),
        short: rule.keywords.filter((keyword) => !searchable.test(keyword)),
    }));
    return {
        keywords, always: compiled.some(({ always, short }) => always || short.length > 0),
        scan: (window, hits) => scan(compiled.filter((owner) => isCalled(owner, window, hits)), window),
    };
}
function isCalled({ always, keywords, short }, { text }, hits) {
    return always || keywords.some((keyword) => hits.has(keyword)) || short.some((keyword) => lowerText(text()).includes(keyword));
}
function scan(compiled, window) {
    const work = { left: BUDGET };
    const matches = [];
    let unexamined = 0;
    for (const owner of compiled) {
        if (owner.path && !owner.path.test(window.isName ? window.text() : window.path))
            continue;
        if (!owner.regex) {
            if (window.isName)
                matches.push(toMatch(owner, window, { start: 0, end: window.bytes.length, from: 0, to: window.bytes.length }));
            continue;
        }
        try {
            for (const [from, to] of owner.regex.matches(window.bytes, work))
                addMatch(owner, { window, from, to, work }, matches);
        }
        catch (error) {
            if (!(error instanceof threads/* WorkLimit */.BL))
                throw error;
            unexamined = window.bytes.length;
        }
    }
    return { matches, unexamined };
}
function addMatch(owner, { window, from, to, work }, matches) {
    const { rule, regex } = owner;
    const whole = window.text().slice(from, to);
    const lead = /^\n*/.exec(whole)?.[0].length ?? 0;
    const match = whole.replace(/^\n+|\n+$/g, "");
    const [start, end] = valueIn(match, rule, regex?.groupsIn(match, work));
    if (rule.entropy > 0 && runeEntropy(match.slice(start, end)) <= rule.entropy)
        return;
    const span = { from: from + lead, to: from + lead + match.length };
    matches.push(toMatch(owner, window, start < end ? { ...span, start: span.from + start, end: span.from + end } : { ...span, start: span.from, end: Math.max(span.to, span.from + 1) }));
}
/** As gitleaks counts: characters, over the number of bytes. */
function runeEntropy(text) {
    if (/^[\0-\x7f]*$/.test(text))
        return (0,entropy/* entropy */.U)(text);
    const counts = new Map();
    for (const rune of external_node_buffer_.Buffer.from(text, "latin1").toString("utf8"))
        counts.set(rune, (counts.get(rune) ?? 0) + 1);
    return counts.values().reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
/** Where the value stands in the match: the group that the rule names, the first one that holds something, or all of it. */
function valueIn(match, rule, slots) {
    if (!slots || slots.length < 4)
        return [0, match.length];
    if (rule.secretGroup > 0)
        return [Math.max(0, slots[rule.secretGroup * 2] ?? 0), Math.max(0, slots[rule.secretGroup * 2 + 1] ?? 0)];
    for (let at = 2; at < slots.length; at += 2)
        if (slots[at + 1] > slots[at])
            return [slots[at], slots[at + 1]];
    return [0, match.length];
}
function toMatch({ rule, accept }, window, { start, end, from, to }) {
    const text = window.text();
    const accepted = accept({ value: text.slice(start, end), match: text.slice(from, to), line: linesAround(text, from, to), path: window.path });
    return { rule, start, end, from, rank: own_scanner_RANK, preview: (0,redact/* previewCredential */.eP)(rule.publicPrefix), ...(accepted && { accepted }) };
}

;// CONCATENATED MODULE: ./src/detector/credential/credential-detector.js
// Finds credentials in bytes: the prefilter names the places, each rule's expression confirms, checks judge.










/** Expressions that may run on one window, before the rest counts as not examined. */
const MAX_TRIES = 400_000;
/** A detector for `rules`; the one of breadth "generic" lends its name to assignments without a format of their own. */
function createCredentialDetector(rules, own = NO_RULES, shared) {
    const generic = rules.find((rule) => rule.breadth === "generic");
    const scanner = createOwnScanner(own);
    const entries = [...toEntries(rules.map(compiled_compile)), ...scanner.keywords.map(toOwnEntry), ...marks.map(toMarkEntry)];
    const accept = createBuiltInAccept(rules, own);
    const sieve = createSieve(entries.map((entry) => entry.literal), shared);
    const ends = new Int32Array(rules.length);
    function propose(bytes, setting, sifted) {
        const { offsets, literals } = sifted;
        const count = offsets.length;
        if (count === 0 && !scanner.always)
            return { matches: [], unexamined: 0 };
        const whole = () => sifted.textOf(bytes);
        const state = { excerpts: new Excerpts(bytes, whole), setting, matches: [], ends: ends.fill(0) };
        const assignments = new Assignments(bytes, setting.trusted ?? false);
        const tries = Math.min(count, MAX_TRIES);
        const hits = new Set();
        let isMarked = tries < count || scanner.always;
        for (let n = 0; n < tries; n++) {
            const at = offsets[n];
            const entry = literals[n] === OPERATOR ? undefined : entries[literals[n]];
            if (!entry)
                assignments.add(at);
            if (!entry)
                continue;
            if (entry.own !== undefined)
                hits.add(entry.own);
            if (entry.isMark)
                isMarked = true;
            for (const owner of entry.owners) {
                if (owner.rule === generic)
                    assignments.add(at + entry.literal.text.length);
                else
                    credential_detector_addMatch(state, at, owner);
            }
        }
        const theirs = scanner.scan({ bytes, text: whole, path: setting.path ?? "", isName: setting.isName ?? false }, hits);
        const unexamined = Math.max(theirs.unexamined, tries < count ? bytes.length - offsets[tries] : 0);
        const allow = (matches) => (accept ? matches.map((match) => accept(match, whole, setting)) : matches);
        const show = (matches) => (isMarked ? matches.map((match) => showMark(match, whole())) : matches);
        const late = generic && !assignments.isEmpty ? { rank: RANK, find: (taken) => show(allow(assignments.find(generic, taken))) } : undefined;
        return { matches: show(allow(state.matches).concat(theirs.matches)), ...(late && { late }), unexamined };
    }
    const scan = (bytes, setting = {}, sifted = sieve.sift(bytes)) => settle(propose(bytes, setting, sifted));
    return { rules: [...rules, ...own.rules], always: scanner.always, sieve, propose, scan, find: (bytes, sifted) => scan(bytes, {}, sifted).matches };
}
function settle({ matches, late, unexamined }) {
    return { matches: settleAll(matches.concat(late?.find([]) ?? [])), unexamined };
}
function toOwnEntry(keyword, own) {
    return { literal: { text: keyword, caseless: true }, owners: [], own };
}
function toMarkEntry(text) {
    return { literal: { text, caseless: false }, owners: [], isMark: true };
}
/** An option's value follows behind a blank. */
const AFTER_OPTION = { chars: " ", least: 1 };
/** One entry for each literal that differs, with the rules that it can start. */
function toEntries(compiled) {
    const entries = new Map();
    for (const owner of compiled) {
        const { rule } = owner;
        for (const text of rule.breadth === "generic" ? optionWords : rule.keywords) {
            const tail = rule.breadth === "generic" ? AFTER_OPTION : rule.tail;
            const literal = { text, caseless: rule.flags.includes("i"), ...(tail && { tail }) };
            const key = JSON.stringify(literal);
            const entry = entries.get(key) ?? { literal, owners: [] };
            entry.owners.push(owner);
            entries.set(key, entry);
        }
    }
    return [...entries.values()];
}
function credential_detector_addMatch(state, at, owner) {
    const { rule, number } = owner;
    const { excerpts, setting } = state;
    if (at < state.ends[number])
        return;
    if (owner.path && !owner.path.test(setting.path ?? ""))
        return;
    const excerpt = owner.isFar ? excerpts.whole() : excerpts.around(at);
    const { text, start: base } = excerpt;
    const found = runBefore(owner, text, at - base);
    if (!found) {
        state.ends[number] = Math.max(state.ends[number], deadEnd(owner, excerpt, at));
        return;
    }
    const { start, end, from, to } = found;
    const value = text.slice(start, end);
    const judged = judge(rule, value, found);
    if (!judged || (owner.allow.length > 0 && isExempt(owner.allow, { value, match: text.slice(from, to), path: setting.path ?? "", text, at: from })))
        return;
    state.ends[number] = base + to;
    state.matches.push({ ...judged, start: base + start, end: base + end, from: base + from, rank: owner.rank, preview: owner.preview });
}
/** Where the run behind a keyword ends with the wrong character, no match can begin within the run: floods of keywords cost no more than their length. */
function deadEnd({ rule: { tail }, isRun }, { text, start, isCut }, at) {
    if (!tail || !isRun)
        return 0;
    let end = at - start;
    while (end < text.length && tail.chars.includes(text.charAt(end)))
        end++;
    if (end === text.length && isCut)
        return start + end - BEHIND;
    return text.charAt(end) === tail.next ? 0 : start + end;
}

// EXTERNAL MODULE: ./src/detector/credential/rules.generated.js
var rules_generated = __webpack_require__(83799);
// EXTERNAL MODULE: ./src/detector/credential/own/read-own-rules.js + 2 modules
var read_own_rules = __webpack_require__(90634);
// EXTERNAL MODULE: ./src/detector/known/alphabet.js
var alphabet = __webpack_require__(17522);
// EXTERNAL MODULE: ./src/detector/known/search/rolling.js
var rolling = __webpack_require__(7623);
// EXTERNAL MODULE: ./src/detector/known/rules.js
var rules = __webpack_require__(65086);
// EXTERNAL MODULE: ./src/detector/known/likeness.js
var likeness = __webpack_require__(39105);
;// CONCATENATED MODULE: ./src/detector/known/search/module.generated.js
// Generated by `npm run generate` from wasm/known.ts; do not edit.
/** The WebAssembly module of 1267 bytes, in base64. */
const knownModule = [
    "AGFzbQEAAAABKAVgAX8Bf2AEf39/fwBgAn9/AGAIf39/f39/f38Bf2AHf39/f39+fgACDwEDZW52Bm1lbW9yeQIAAAMGBQABAgMEBjgLfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAAt/AUEAC38B",
    "QQALfwFBAAt/AUEACwc0Bgljb25maWd1cmUABAVwbGFjZQABBHJlYWQAAAVsZWF2ZQACBGZpbmQAAwZtZW1vcnkCAAq1CAWsAwIFfwJ7A0AgACACSgRAIAJBP3FFBEAjCSACQQR2aiADNgIACyMKIAJq/QAEACEH",
    "/QwAAAAAAAAAAAAAAAAAAAAAIQZBICEBA0AgAUGAAUgEQCAGIwAgAWr9AAQAIAcgAf0P/XH9Dv1QIQYgAUEQaiEBDAELCwJ/IAb9DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgFFBEAjByADaiAG/QsEACADQRBqDAEL",
    "IwcgA2ogBiMBIAFBf3MiBUH/AXEiAUEDdGr9AAQA/Q79CwQAIAMgAWlqIgEjB2ogBiMBIAVBCHZB/wFxIgNBA3Rq/QAEAP0MCAgICAgICAgICAgICAgICP1u/Q79CwQAIAEgA2lqCyEDIAJBEGohAgwBCwsjByAD",
    "akEANgIAIwIhASMIIQIjB0EBayEAA0AgACMHQQFrIANqSQRAIAIgBCABIAAvAQBqLAAAaiIEOwEAIAIgBCABIAAvAQFqLAAAaiIEOwECIAIgBCABIAAvAQJqLAAAaiIEOwEEIAIgBCABIAAvAQNqLAAAaiIEOwEG",
    "IABBBGohACACQQhqIQIMAQsLIAMLEgAgACQKIAEkByACJAggAyQJC2cCAX8BfkIBIQMDQCAAIAJKBEAgAUGAEGogAkEDdGogAzcDACADIwV+IQMgAkEBaiECDAELC0EAIQADQCAAQYACSQRAIABBA3QiAiABaiME",
    "IAJqKQMAIAN+NwMAIABBAWohAAwBCwsLnwMCCH8DfiAAIAFrIQsjBSERIwcgAWpBAWshDCMEIQ1BfyEJA0AgAiALTARAIwggASACakEBa0EBdGr9AAQAIwggAkEBdGr9AAQA/ZEBIwP9EP0v/YQBIQAgCyACayIK",
    "QQdIBEAgAEEBIApBAWp0QQFrcSEACwNAIAAEQCACIABoaiIOIAlGBEAgDSAMIA5qIgktAABBA3RqKQMAIAMgCSABay0AAEEDdGopAwB9IBAgEX58IRAFIANBgBBqIQlCACEQIAEgDmpBAWshCgNAIAogDk4EQCAQ",
    "IwQjByAKai0AAEEDdGopAwAgCSkDAH58IRAgCkEBayEKIAlBCGohCQwBCwsLIA5BAWohCSAEIwYgECAQQiCIhX4iEkIdiCAShUKV+Kn6l7fem55/fkIgiKciCkEMdiAFcUEDdGopAwAiEiAKQT9xrYggEiAKQQZ2",
    "QT9xrYiDQgGDpwRAIAcgCEYEQCAIDwsgBiAIQQN0aiIPIA42AgAgDyAKNgIEIAhBAWohCAsgACAAQQFrcSEADAELCyACQQhqIQIMAQsLIAgLaQEBfyAAJAAgASQBIAIkAiADwSQDIAQkBCAFJAUgBiQGA0AgB0GA",
    "AkgEQCMBIAdBA3RqIQAgByECA0AgAgRAIAAiAUEBaiEAIAEgAmg6AAAgAiACQQFrcSECDAELCyAHQQFqIQcMAQsLCw==",
].join("");

;// CONCATENATED MODULE: ./src/detector/known/search/scanner.js
// The host of wasm/known.ts: canonical text, and the places at which a fingerprint may stand.




const ORDERS = 256;
const LIKENESS = ORDERS + 256 * 8;
const NUMBERS = LIKENESS + likeness/* likeness */.$R.length;
const TABLE = 256 * 8;
const scanner_ROOM = 1 << 11;
/** Bytes of input for which it is noted how many characters stand before them. */
const scanner_BLOCK = 64;
/** Behind the input and the sums, which are read sixteen bytes at a time, and before the characters, the first of which has none before it. */
const SPARE = 32;
/** Scans texts one after the other for windows of all `groups`. */
class Scanner {
    /** Canonical characters of the text that was read last. */
    length = 0;
    #groups;
    #memory;
    #exports;
    #out;
    #input;
    #bytes;
    #words;
    #codes = 0;
    #starts = 0;
    #blocks = 0;
    constructor(hash, groups) {
        const started = (0,web_assembly/* startModule */.zS)(knownModule);
        this.#memory = started.memory;
        this.#exports = started.exports;
        let at = NUMBERS + TABLE;
        const claim = (size) => (at += size) - size;
        this.#groups = groups.map((group) => ({ ...group, leaving: claim(TABLE + group.window * 8), words: claim(group.table.words.byteLength) }));
        this.#out = claim(scanner_ROOM * 8);
        this.#input = at;
        (0,web_assembly/* ensureMemory */.EJ)(this.#memory, at);
        [this.#bytes, this.#words] = this.#views();
        this.#bytes.set(alphabet/* canonical */.$N);
        this.#bytes.set(new Uint8Array(likeness/* likeness */.$R.buffer), LIKENESS);
        this.#bytes.set(new Uint8Array(hash.numbers.buffer), NUMBERS);
        this.#exports.configure(0, ORDERS, LIKENESS, likeness/* LIKE_TEXT */.GM, NUMBERS, hash.factor, hash.finish);
        for (const { window, leaving, words, table } of this.#groups) {
            this.#exports.leave(window, leaving);
            this.#bytes.set(new Uint8Array(table.words.buffer), words);
        }
    }
    read(bytes) {
        this.#codes = this.#input + bytes.length + SPARE;
        const sums = (this.#codes + bytes.length + SPARE) & ~15;
        this.#starts = sums + ((2 * bytes.length + SPARE) & ~3);
        this.#blocks = Math.ceil(bytes.length / scanner_BLOCK);
        if ((0,web_assembly/* ensureMemory */.EJ)(this.#memory, this.#starts + 4 * this.#blocks + SPARE))
            [this.#bytes, this.#words] = this.#views();
        this.#bytes.set(bytes, this.#input);
        this.#bytes.fill(0, this.#input + bytes.length, this.#codes);
        this.#exports.place(this.#input, this.#codes, sums, this.#starts);
        this.length = this.#exports.read(bytes.length);
    }
    /** Places in the text that was read, in order. */
    *find(index) {
        const group = this.#groups[index];
        if (!group)
            return;
        const { window, leaving, words, table } = group;
        for (let from = 0; from + window <= this.length;) {
            const count = this.#exports.find(this.length, window, from, leaving, words, table.words.length - 1, this.#out, scanner_ROOM);
            const found = this.#words.slice(this.#out >> 2, (this.#out >> 2) + count * 2);
            for (let at = 0; at < found.length; at += 2)
                yield { start: found[at], tag: found[at + 1] };
            if (count < scanner_ROOM)
                return;
            from = (found.at(-2) ?? this.length) + 1;
        }
    }
    /** Where a canonical character stands in the bytes that were read. */
    offset(index) {
        let low = 0;
        let high = this.#blocks;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if (this.#words[(this.#starts >> 2) + middle] <= index)
                low = middle;
            else
                high = middle;
        }
        let left = index - this.#words[(this.#starts >> 2) + low];
        let at = low * scanner_BLOCK;
        while (left > 0 || alphabet/* canonical */.$N[this.#bytes[this.#input + at]] === 0)
            if (alphabet/* canonical */.$N[this.#bytes[this.#input + at++]] !== 0)
                left--;
        return at;
    }
    text(start, end) {
        return String.fromCharCode(...this.#bytes.subarray(this.#codes + start, this.#codes + end));
    }
    #views() {
        return [new Uint8Array(this.#memory.buffer), new Int32Array(this.#memory.buffer)];
    }
}

// EXTERNAL MODULE: ./src/detector/known/seal.js
var seal = __webpack_require__(30596);
;// CONCATENATED MODULE: ./src/detector/known/search/tag-table.js
// Which entries have a tag: words of bits that fit a processor's cache answer "none" for nearly all tags that are asked for.
/** Bits of the words for each tag: more would leave the cache when thousands of values are known. */
const BITS_EACH = 16;
const WORD_BITS = 64;
const LEAST_WORDS = 1 << 8;
/** Bits of a tag that name two bits of a word; those above name the word. */
const PLACE_BITS = 12;
class TagTable {
    /** Two bits for each tag, both in one word of 64 bits. */
    words;
    #entries = new Map();
    /** Pairs of a tag and an entry's index. */
    constructor(tags) {
        let size = LEAST_WORDS;
        while (size * WORD_BITS < tags.length * BITS_EACH)
            size *= 2;
        this.words = new BigUint64Array(size);
        for (const [tag, index] of tags) {
            const word = (tag >>> PLACE_BITS) & (size - 1);
            this.words[word] = this.words[word] | (1n << BigInt(tag & 63)) | (1n << BigInt((tag >>> 6) & 63));
            const entries = this.#entries.get(tag);
            if (entries)
                entries.push(index);
            else
                this.#entries.set(tag, [index]);
        }
    }
    get(tag) {
        return this.#entries.get(tag) ?? [];
    }
}

;// CONCATENATED MODULE: ./src/detector/known/known-detector.js
// Finds values by their fingerprints: the rolling hash names places, the HMAC confirms. Never holds a value.







/** Before every other rule: what is known is named, whatever it looks like. */
const WHOLE_RANK = -2;
const PART_RANK = -1;
/** Parts of one value this close belong together. */
const SAME_VALUE = 8;
/** Cost per byte does not depend on how many values are known. */
function createKnownDetector(known) {
    const search = new Search(known);
    return { rules: [rules/* knownValue */.j, rules/* knownValuePart */.q], find: (bytes) => search.find(bytes) };
}
class Search {
    #known;
    #groups;
    #scanner;
    #shortest;
    constructor(known) {
        this.#known = known;
        this.#groups = Object.entries(known.entries).map(([window, entries]) => {
            const tags = entries.flatMap((entry, index) => [[entry[3], index], [entry[4], index]]);
            return { window: Number(window), entries, table: new TagTable(tags) };
        });
        this.#shortest = Math.min(...this.#groups.map(({ window }) => window));
        this.#scanner = new Scanner(new rolling/* RollingHash */.Q(known.rollKey), this.#groups);
    }
    find(bytes) {
        if (bytes.length < this.#shortest)
            return [];
        this.#scanner.read(bytes);
        return merge(this.#groups.flatMap((_, index) => this.#findGroup(index))).map((hit) => this.#toMatch(hit));
    }
    #findGroup(index) {
        const group = this.#groups[index];
        const hits = [];
        let done = 0;
        for (const { start, tag } of group ? this.#scanner.find(index) : []) {
            const end = start + (group?.window ?? 0);
            if (start < done)
                continue;
            const held = group?.table.get(tag) ?? [];
            const mac = held.length > 0 ? this.#macOf(start, end) : "";
            const entry = held.map((one) => group?.entries[one]).find((one) => one?.[5] === mac);
            if (!entry)
                continue;
            const hit = this.#confirm(entry, { start, end });
            hits.push(hit);
            done = hit.end;
        }
        return hits;
    }
    /** The whole value around a block, where it stands there. */
    #confirm([item, offset, form], block) {
        const { length, mac } = this.#known.items[item] ?? { length: 0, mac: "" };
        const part = { item, form, ...block, whole: false };
        if (form !== "")
            return part;
        const start = [block.start - offset, block.end + offset - length].find((from) => from >= 0 && from + length <= this.#scanner.length && this.#macOf(from, from + length) === mac);
        return start === undefined ? part : { ...part, start, end: start + length, whole: true };
    }
    #macOf(start, end) {
        return (0,seal/* macOf */.vX)(this.#known.macKey, (0,alphabet/* toRepresentative */.RE)(this.#scanner.text(start, end))).toString("base64");
    }
    #toMatch({ item, form, start, end, whole }) {
        const { title, ...rule } = whole ? rules/* knownValue */.j : rules/* knownValuePart */.q;
        const name = this.#known.items[item]?.name ?? "";
        return {
            rule: { ...rule, title: `${title}: ${name}${form === "" ? "" : ` (${form}, changed beyond undoing)`}` },
            start: this.#scanner.offset(start), end: this.#scanner.offset(end - 1) + 1,
            preview: (0,redact/* previewNothing */.Wm)(name), confirmedBy: "known-value", rank: whole ? WHOLE_RANK : PART_RANK,
        };
    }
}
/** One hit for each value in one place: its whole takes in its parts, and neighbouring parts are one. */
function merge(hits) {
    const merged = [];
    const last = new Map();
    for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        const index = last.get(hit.item) ?? -1;
        const before = merged[index];
        if (before && hit.start <= before.end + (before.whole && hit.whole ? -1 : SAME_VALUE)) {
            const whole = before.whole ? before : hit;
            merged[index] = before.whole || hit.whole ? whole : { ...before, end: Math.max(before.end, hit.end) };
        }
        else
            last.set(hit.item, merged.push(hit) - 1);
    }
    return merged;
}

// EXTERNAL MODULE: ./src/detector/telling.js
var telling = __webpack_require__(95056);
;// CONCATENATED MODULE: ./src/detector/decode/plausible.js
// What decoded bytes must look like before anybody looks into them: text, UTF-16 text, or a compressed stream.
/** A piece of text of this many characters, somewhere, is enough. */
const TEXT = 12;
function isPlausible(bytes) {
    if (bytes.length < TEXT)
        return false;
    if (isCompressed(bytes))
        return true;
    let run = 0;
    let zeros = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        const isText = (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
        // UTF-16 and UTF-32: one zero or three beside each character.
        zeros = byte === 0 ? zeros + 1 : 0;
        run = isText ? run + 1 : byte === 0 && zeros < 4 ? run : 0;
        if (run >= TEXT)
            return true;
    }
    return false;
}
function isCompressed(bytes) {
    return isGzip(bytes) || isZlib(bytes) || isZstd(bytes);
}
/** RFC 1952: two magic bytes and the only method. */
function isGzip(bytes) {
    return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
/** RFC 1950: method 8, header a multiple of 31, no dictionary. */
function isZlib(bytes) {
    const [first = 0, second = 0] = bytes;
    return first === 0x78 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0;
}
/** RFC 8878. */
function isZstd(bytes) {
    return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

;// CONCATENATED MODULE: ./src/detector/decode/base64.js
// Runs of base64 and base64url (RFC 4648): wrapped over lines, padded wrongly or not at all, and not starting where a group starts.


/** Shorter runs hold no value that could be known without its name. */
const base64_SHORTEST = 20;
/** From here on a run with all kinds of characters is decoded whatever it holds; below, only where it holds text. */
const LONG = 64;
const SAMPLE = 16;
/** Lines that are joined have at least this many characters, but for the last. */
const LINE = 16;
const PADDING = 0x3d;
const base64_BACKSLASH = 0x5c;
const sextet = new Int8Array(256).fill(-1);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((character, value) => { sextet[character.charCodeAt(0)] = value; });
sextet["-".charCodeAt(0)] = 62;
sextet["_".charCodeAt(0)] = 63;
/** For each character and its place modulo four: the alignments (bits) under which it can be part of seven-bit text. */
const possible = Uint8Array.from({ length: 4 * 256 }, (_, index) => {
    const value = sextet[index & 255];
    const fits = (alignment) => value >= 0 && isPossible(value, ((index >> 8) - alignment + 4) % 4);
    return [0, 1, 2, 3].reduce((bits, alignment) => (fits(alignment) ? bits | (1 << alignment) : bits), 0);
});
/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function isPossible(value, place) {
    if (place === 0)
        return value < 32;
    return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}
const base64 = { name: "base64", decode };
function decode(bytes, sifted) {
    const found = [];
    let done = 0;
    for (const { start, end } of sifted?.runs("base64") ?? findRuns(bytes)) {
        if (start < done)
            continue;
        const pieces = isBreak(bytes[end]) ? joinLines(bytes, { start, end }) : undefined;
        if (pieces) {
            found.push(...toRuns(pieces).filter((run) => sum(run) >= base64_SHORTEST).flatMap((run) => decodePieces(bytes, run)));
            done = pieces.at(-1).end;
        }
        else if (end - start >= base64_SHORTEST && isWorthwhile(bytes, start, end))
            found.push(...decodePieces(bytes, [{ start, end }]));
    }
    return found;
}
/** Runs that are as long as a line. */
function* findRuns(bytes) {
    for (let look = 0; look < bytes.length; look += LINE) {
        if (sextet[bytes[look]] < 0)
            continue;
        let start = look;
        while (start > 0 && sextet[bytes[start - 1]] >= 0)
            start--;
        const end = runEnd(bytes, look);
        if (end > look + LINE)
            look = end - LINE;
        if (end - start >= LINE)
            yield { start, end };
    }
}
/** Whether any alignment gives text, or the run is so long and mixed that it is decoded whatever it gives. */
function isWorthwhile(bytes, start, end) {
    return plausibleAlignments(bytes, start, end) !== 0 || isForced(bytes, start, end);
}
function isForced(bytes, start, end) {
    return end - start >= LONG && isMixed(bytes, start);
}
/** What a line break begins with, as itself or as an escape. */
function isBreak(byte) {
    return byte === 0x0a || byte === 0x0d || byte === base64_BACKSLASH;
}
function runEnd(bytes, start) {
    let end = start;
    while (end < bytes.length && sextet[bytes[end]] >= 0)
        end++;
    return end;
}
/** The run and the lines that continue it: whole lines of one width, the last of which may be shorter; undefined where none does. */
function joinLines(bytes, first) {
    const pieces = [first];
    let width = 0;
    for (let last = first;;) {
        const start = skipBreak(bytes, last.end);
        if (start === last.end || sextet[bytes[start] ?? 0] < 0)
            return pieces.length > 1 ? pieces : undefined;
        const next = { start, end: runEnd(bytes, start) };
        const length = next.end - start;
        // Before the first line of a wrapped run other text may stand, so that the second line tells the width.
        width ||= Math.max(first.end - first.start, length);
        if (length > width || !endsLine(bytes, next.end))
            return pieces.length > 1 ? pieces : undefined;
        pieces.push(next);
        if (length < width)
            return pieces;
        last = next;
    }
}
/** Two lines of different length may belong together or not: both readings are tried. */
function toRuns(pieces) {
    return pieces.length === 2 ? [pieces, ...pieces.map((piece) => [piece])] : [pieces];
}
function endsLine(bytes, end) {
    let at = end;
    while (bytes[at] === PADDING)
        at++;
    return at >= bytes.length || bytes[at] < 0x20 || bytes[at] === 0x22 || bytes[at] === 0x27 || bytes[at] === base64_BACKSLASH;
}
/** Behind a line break and the indentation after it, also where both are written as escapes; `at` itself where there is none. */
function skipBreak(bytes, at) {
    let next = at;
    if (bytes[next] === base64_BACKSLASH && bytes[next + 1] === 0x72)
        next += 2;
    if (bytes[next] === 0x0d)
        next++;
    if (bytes[next] === 0x0a)
        next++;
    else if (bytes[next] === base64_BACKSLASH && bytes[next + 1] === 0x6e)
        return next + 2;
    else if (bytes[next] === base64_BACKSLASH && bytes[next + 1] === 0x0a)
        next += 2;
    else
        return at;
    while (bytes[next] === 0x20 || bytes[next] === 0x09)
        next++;
    return next;
}
function sum(pieces) {
    return pieces.reduce((total, piece) => total + piece.end - piece.start, 0);
}
/** Lines are short and many: a view of each would cost more than to copy it. */
function base64_join(bytes, pieces) {
    if (pieces.length === 1)
        return external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset + pieces[0].start, pieces[0].end - pieces[0].start);
    const joined = external_node_buffer_.Buffer.alloc(sum(pieces));
    let length = 0;
    for (let n = 0; n < pieces.length; n++)
        for (let at = pieces[n].start; at < pieces[n].end; at++)
            joined[length++] = bytes[at];
    return joined;
}
function decodePieces(bytes, pieces) {
    const joined = base64_join(bytes, pieces);
    const alignments = plausibleAlignments(joined, 0, joined.length);
    const forced = isForced(joined, 0, joined.length);
    if (alignments === 0 && !forced)
        return [];
    const starts = toStarts(pieces);
    const found = [];
    for (let alignment = 0; alignment < 4; alignment++) {
        const whatever = alignment === 0 && forced;
        if (!whatever && (alignments & (1 << alignment)) === 0)
            continue;
        const decoded = external_node_buffer_.Buffer.from(joined.toString("latin1", alignment), "base64");
        if (whatever || isPlausible(decoded))
            found.push({ start: pieces[0].start, end: pieces.at(-1).end, bytes: decoded, at: (offset) => locate(pieces, starts, alignment + Math.floor(offset / 3) * 4) });
    }
    return found;
}
/** Bits of the alignments under which the beginning, the middle or the end may be text, or the beginning a gzip stream. */
function plausibleAlignments(bytes, start, end) {
    const last = Math.max(start, end - SAMPLE);
    const middle = start + ((last - start) >> 1);
    return alignmentsAt(bytes, start, start) | alignmentsAt(bytes, start, middle) | alignmentsAt(bytes, start, last) | (mayBeStream(bytes, start) ? 1 : 0);
}
/** Fronts of gzip (1f8b), zlib (78 with one of its four checks) and Zstandard (28b52ffd) in base64, by their first byte. */
const fronts = Map.groupBy(["H4", "eA", "eF", "eJ", "eN", "KLUv"].map((text) => external_node_buffer_.Buffer.from(text)), ([first]) => first);
function mayBeStream(bytes, start) {
    return fronts.get(bytes[start])?.some((front) => front.every((byte, index) => bytes[start + index] === byte)) ?? false;
}
function alignmentsAt(bytes, start, from) {
    let alignments = 15;
    for (let at = from; at < from + SAMPLE && alignments !== 0; at++)
        alignments &= possible[((at - start) & 3) * 256 + bytes[at]];
    return alignments;
}
/** Upper case, lower case and digits in the first part: no word, no path. */
function isMixed(bytes, start) {
    let kinds = 0;
    for (let at = start; at < start + LONG; at++) {
        const value = sextet[bytes[at]];
        kinds |= value < 26 ? 1 : value < 52 ? 2 : value < 62 ? 4 : 0;
    }
    return kinds === 7;
}
/** Where each piece begins in the joined run, for a binary search. */
function toStarts(pieces) {
    let total = 0;
    return pieces.map((piece) => (total += piece.end - piece.start) - (piece.end - piece.start));
}
function locate(pieces, starts, index) {
    let low = 0;
    let high = pieces.length;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= index)
            low = middle;
        else
            high = middle;
    }
    return Math.min(pieces[low].end, pieces[low].start + index - starts[low]);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/detector/decode/compressed.js
// Compressed streams within decoded bytes: gzip, zlib and Zstandard at their beginning. Files as such are the readers' work.


/** What one stream may come to. */
const MAX_OUTPUT = 4 << 20;
const gzip = { name: "gzip", decode: (bytes) => (isGzip(bytes) ? expand(bytes, () => (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: MAX_OUTPUT, finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH })) : []) };
const zlib = { name: "zlib", decode: (bytes) => (isZlib(bytes) ? expand(bytes, () => (0,external_node_zlib_.inflateSync)(bytes, { maxOutputLength: MAX_OUTPUT, finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH })) : []) };
const zstd = { name: "zstd", decode: (bytes) => (isZstd(bytes) ? expand(bytes, () => (0,external_node_zlib_.zstdDecompressSync)(bytes, { maxOutputLength: MAX_OUTPUT })) : []) };
/** Bytes that only begin like a stream are no stream; one that grows too large is told apart, so that it isn't lost in silence. */
function expand(bytes, run) {
    try {
        const output = run();
        return output.length === 0 ? [] : [{ start: 0, end: bytes.length, bytes: output }];
    }
    catch (error) {
        if (error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
            throw new StreamTooLarge();
        return [];
    }
}
/** A stream within decoded bytes that expands beyond MAX_OUTPUT. */
class StreamTooLarge extends Error {
}

;// CONCATENATED MODULE: ./src/detector/decode/rewrite.js
const rewrite_NONE = 0;
/** As one number, since a window may hold half a million of them. */
function escapeOf(byte, length) {
    return (length << 8) | byte;
}
/** The byte that an escape stands for. */
function byteOf(escape) {
    return escape & 0xff;
}
/** Longer words are cut: no value that rules describe is longer. */
const MAX_BEFORE = 1 << 10;
const MAX_AFTER = 1 << 14;
/** Shorter text holds no value. */
const rewrite_SHORTEST = 12;
/** What stands around each mark, up to its breaks, with its escapes undone; each stretch once. */
function rewriteAll(bytes, escapes, sifted) {
    const found = [];
    let done = 0;
    const marks = sifted?.escapes(escapes.kind) ?? findMarks(bytes, escapes.mark);
    for (let n = 0; n < marks.length; n++) {
        const at = marks[n];
        if (at < done || !escapes.mayMatter(bytes, at))
            continue;
        const start = rewrite_startOf(bytes, at, escapes.breaks);
        const end = endOf(bytes, at, escapes.breaks);
        const decoded = end - start < rewrite_SHORTEST ? undefined : rewrite(bytes, { start, end }, escapes);
        if (decoded)
            found.push(decoded);
        done = end;
    }
    return found;
}
function rewrite_startOf(bytes, at, breaks) {
    const least = Math.max(0, at - MAX_BEFORE);
    let start = at;
    while (start > least && breaks[bytes[start - 1]] === 0)
        start--;
    return start;
}
function endOf(bytes, at, breaks) {
    const most = Math.min(bytes.length, at + MAX_AFTER);
    let end = at;
    while (end < most && breaks[bytes[end]] === 0)
        end++;
    return end;
}
const rewrite_text = new Uint8Array(MAX_BEFORE + MAX_AFTER);
const places = new Int32Array(MAX_BEFORE + MAX_AFTER);
/** The stretch with its escapes undone; undefined where none of them stands for a visible character or the result is too short. */
function rewrite(bytes, { start, end }, { mark, read }) {
    let length = 0;
    let visible = 0;
    for (let at = start; at < end;) {
        const byte = bytes[at];
        const escape = byte === mark ? read(bytes, at) : rewrite_NONE;
        if (escape !== rewrite_NONE && byteOf(escape) < 0x7f)
            visible++;
        places[length] = at;
        rewrite_text[length++] = escape === rewrite_NONE ? byte : byteOf(escape);
        at += escape === rewrite_NONE ? 1 : escape >> 8;
    }
    if (visible === 0 || length < rewrite_SHORTEST)
        return undefined;
    const from = places.slice(0, length);
    return { start, end, bytes: rewrite_text.slice(0, length), at: (offset) => from[Math.min(offset, length - 1)] ?? start };
}
function findMarks(bytes, mark) {
    const found = [];
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
        found.push(at);
    return found;
}
/** Marks the bytes that `isBreak` names. */
function toBreaks(isBreak) {
    return Uint8Array.from({ length: 256 }, (_, byte) => (isBreak(byte) ? 1 : 0));
}
/** Ends of lines, for escapes that stand within text of any kind. */
const lineBreaks = toBreaks((byte) => byte < 0x20 && byte !== 0x09);
const nibbles = new Uint8Array(256).fill(0xff);
[..."0123456789abcdef"].forEach((character, value) => {
    nibbles[character.charCodeAt(0)] = value;
    nibbles[character.toUpperCase().charCodeAt(0)] = value;
});
/** What a hexadecimal digit counts; 255 for every other byte and behind the end. */
function nibbleAt(bytes, at) {
    return at < bytes.length ? nibbles[bytes[at]] : 0xff;
}

;// CONCATENATED MODULE: ./src/detector/decode/entity.js

const AMPERSAND = 0x26;
const HASH = 0x23;
const entity_SEMICOLON = 0x3b;
const MOST_DIGITS = 7;
const entity_named = Object.entries({ quot: 0x22, apos: 0x27, amp: 0x26, lt: 0x3c, gt: 0x3e }).map(([name, byte]) => ({ name: new TextEncoder().encode(`${name};`), byte }));
const entity = {
    name: "html-entity",
    decode: (bytes, sifted) => rewriteAll(bytes, { kind: "entity", mark: AMPERSAND, mayMatter, breaks: lineBreaks, read: readEscape }, sifted),
};
/** Numbers stand for anything, quotes for what makes a value one; the others alone hide nothing. */
function mayMatter(bytes, at) {
    const next = bytes[at + 1];
    const mayQuote = next === 0x71 || (next === 0x61 && bytes[at + 2] === 0x70);
    if (next !== HASH && !mayQuote)
        return false;
    const escape = readEscape(bytes, at);
    return escape !== rewrite_NONE && byteOf(escape) < 0x7f;
}
function readEscape(bytes, at) {
    if (bytes[at] !== AMPERSAND)
        return rewrite_NONE;
    return bytes[at + 1] === HASH ? readNumber(bytes, at) : entity_readName(bytes, at);
}
function readNumber(bytes, at) {
    const isHex = (bytes[at + 2] | 0x20) === 0x78;
    const start = at + (isHex ? 3 : 2);
    let end = start;
    let code = 0;
    for (; end < start + MOST_DIGITS; end++) {
        const digit = nibbleAt(bytes, end);
        if (digit > (isHex ? 15 : 9))
            break;
        code = code * (isHex ? 16 : 10) + digit;
    }
    if (end === start || bytes[end] !== entity_SEMICOLON)
        return rewrite_NONE;
    // What is no ASCII stands for itself: it is part of no value, but it must not hide one beside it.
    return escapeOf(code < 0x80 ? code : 0xff, end + 1 - at);
}
function entity_readName(bytes, at) {
    for (const { name, byte } of entity_named) {
        let length = 0;
        while (length < name.length && bytes[at + 1 + length] === name[length])
            length++;
        if (length === name.length)
            return escapeOf(byte, length + 1);
    }
    return rewrite_NONE;
}

;// CONCATENATED MODULE: ./src/detector/decode/escape.js

const escape_BACKSLASH = 0x5c;
const SLASH = 0x2f;
const escape_escape = {
    name: "escape",
    decode: (bytes, sifted) => rewriteAll(bytes, { kind: "escape", mark: escape_BACKSLASH, mayMatter: escape_mayMatter, breaks: lineBreaks, read: escape_readEscape }, sifted),
};
/** An escaped slash matters only in `:\/\/`. */
function escape_mayMatter(bytes, at) {
    const escape = escape_readEscape(bytes, at);
    if (escape === rewrite_NONE || byteOf(escape) >= 0x7f)
        return false;
    return byteOf(escape) !== SLASH || bytes[at + 1] !== SLASH || bytes[at - 1] === 0x3a;
}
function escape_readEscape(bytes, at) {
    if (bytes[at] !== escape_BACKSLASH)
        return rewrite_NONE;
    const kind = bytes[at + 1];
    if (kind === SLASH)
        return escapeOf(SLASH, 2);
    if (kind === 0x78)
        return readHex(bytes, at, { skip: 2, digits: 2, close: 0 });
    if (kind !== 0x75)
        return rewrite_NONE;
    return bytes[at + 2] === 0x7b ? readBraced(bytes, at) : readHex(bytes, at, { skip: 2, digits: 4, close: 0 });
}
function readBraced(bytes, at) {
    const close = bytes.subarray(at, at + 11).indexOf(0x7d);
    return close < 4 ? rewrite_NONE : readHex(bytes, at, { skip: 3, digits: close - 3, close: 1 });
}
function readHex(bytes, at, { skip, digits, close }) {
    let code = 0;
    for (let place = at + skip; place < at + skip + digits; place++) {
        const digit = nibbleAt(bytes, place);
        if (digit > 15)
            return rewrite_NONE;
        code = code * 16 + digit;
    }
    // What is no ASCII stands for itself: it is part of no value, but it must not hide one beside it.
    return escapeOf(code < 0x80 ? code : 0xff, skip + digits + close);
}

;// CONCATENATED MODULE: ./src/detector/decode/hex.js

const hex_SHORTEST = 24;
const hex_STEP = 16;
const hex_SAMPLE = 16;
const nibble = new Int8Array(256).fill(-1);
[..."0123456789abcdef"].forEach((character, value) => {
    nibble[character.charCodeAt(0)] = value;
    nibble[character.toUpperCase().charCodeAt(0)] = value;
});
const hex = { name: "hex", decode: hex_decode };
function hex_decode(bytes, sifted) {
    return (sifted?.runs("hex") ?? hex_findRuns(bytes)).flatMap(({ start, end }) => decodeRun(bytes, start, end));
}
function hex_findRuns(bytes) {
    const found = [];
    for (let look = 0; look < bytes.length; look += hex_STEP) {
        if (nibble[bytes[look]] < 0)
            continue;
        let start = look;
        let end = look + 1;
        while (start > 0 && nibble[bytes[start - 1]] >= 0)
            start--;
        while (end < bytes.length && nibble[bytes[end]] >= 0)
            end++;
        look = Math.max(look, end - hex_STEP);
        if (end - start >= hex_SHORTEST)
            found.push({ start, end });
    }
    return found;
}
function decodeRun(bytes, start, end) {
    return [start, start + 1].filter((from) => mayBeText(bytes, from, end)).flatMap((from) => {
        const decoded = toBytes(bytes, from, end);
        return isPlausible(decoded) ? [{ start, end, bytes: decoded, at: (offset) => from + offset * 2 }] : [];
    });
}
/** Whether the beginning, the middle or the end is seven-bit text, or the beginning a compressed stream. */
function mayBeText(bytes, from, end) {
    const last = Math.max(from, end - hex_SAMPLE * 2 - ((end - from) & 1));
    const middle = from + (((last - from) >> 2) << 1);
    if (isCompressed(toBytes(bytes, from, Math.min(end, from + 8))))
        return true;
    return [from, middle, last].some((start) => {
        for (let at = start; at < Math.min(end, start + hex_SAMPLE * 2); at += 2)
            if (nibble[bytes[at]] > 7 || (nibble[bytes[at]] === 1 && nibble[bytes[at + 1]] !== 11))
                return false;
        return true;
    });
}
function toBytes(bytes, from, end) {
    const out = new Uint8Array((end - from) >> 1);
    for (let at = 0; at < out.length; at++)
        out[at] = (nibble[bytes[from + at * 2]] << 4) | nibble[bytes[from + at * 2 + 1]];
    return out;
}

;// CONCATENATED MODULE: ./src/detector/decode/percent.js

const percent_PERCENT = 0x25;
/** Blanks, quotes and angle brackets stand in no encoded word. */
const breaks = toBreaks((byte) => byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x3c || byte === 0x3e || byte === 0x60 || byte >= 0x7f);
const percent = {
    name: "percent",
    decode: (bytes, sifted) => rewriteAll(bytes, { kind: "percent", mark: percent_PERCENT, mayMatter: (_, at) => percent_readEscape(bytes, at) !== rewrite_NONE, breaks, read: percent_readEscape }, sifted),
};
/** Text, and of control characters those that stand in text. */
function percent_readEscape(bytes, at) {
    const high = nibbleAt(bytes, at + 1);
    const low = nibbleAt(bytes, at + 2);
    if (bytes[at] !== percent_PERCENT || high > 15 || low > 15)
        return rewrite_NONE;
    const escape = escapeOf((high << 4) | low, 3);
    const byte = byteOf(escape);
    return byte >= 0x20 || byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b ? escape : rewrite_NONE;
}

;// CONCATENATED MODULE: ./src/detector/decode/utf16.js
const utf16_SHORTEST = 10;
const utf16_STEP = 8;
const utf16 = { name: "utf-16", decode: utf16_decode };
function utf16_decode(bytes, sifted) {
    if (sifted)
        return sifted.runs("utf16").map(({ start, end }) => narrow(bytes, start, end));
    const found = [];
    for (let look = 0; look + 3 < bytes.length; look += utf16_STEP) {
        const first = utf16_isText(bytes[look]) && bytes[look + 1] === 0 && utf16_isText(bytes[look + 2]) && bytes[look + 3] === 0 ? look
            : bytes[look] === 0 && utf16_isText(bytes[look + 1]) && bytes[look + 2] === 0 && utf16_isText(bytes[look + 3]) ? look + 1 : -1;
        if (first < 0)
            continue;
        let start = first;
        let end = first + 2;
        while (start >= 2 && utf16_isText(bytes[start - 2]) && bytes[start - 1] === 0)
            start -= 2;
        while (end < bytes.length && utf16_isText(bytes[end]) && bytes[end - 1] === 0)
            end += 2;
        look = Math.max(look, end - utf16_STEP);
        if ((end - start) / 2 >= utf16_SHORTEST)
            found.push(narrow(bytes, start, end));
    }
    return found;
}
function narrow(bytes, start, end) {
    const out = new Uint8Array((end - start) >> 1);
    for (let at = 0; at < out.length; at++)
        out[at] = bytes[start + at * 2];
    return { start, end: Math.min(end, bytes.length), bytes: out, at: (offset) => start + offset * 2 };
}
function utf16_isText(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

;// CONCATENATED MODULE: ./src/detector/decode/utf32.js
const utf32_SHORTEST = 10;
const WIDTH = 4;
/** Every run of the shortest length holds a character and its zeros at one of these places. */
const utf32_STEP = 16;
const utf32 = { name: "utf-32", decode: utf32_decode };
function utf32_decode(bytes, sifted) {
    if (sifted)
        return sifted.runs("utf32").map(({ start, end }) => utf32_narrow(bytes, start, end));
    const found = [];
    // Text has no zeros: most windows are done with here.
    const first = bytes.indexOf(0);
    if (first < 0)
        return found;
    for (let look = Math.max(0, first - WIDTH); look + 2 * WIDTH <= bytes.length; look += utf32_STEP) {
        const at = findCharacter(bytes, look);
        if (at < 0)
            continue;
        let start = at;
        let end = at + WIDTH;
        while (isCharacter(bytes, start - WIDTH))
            start -= WIDTH;
        while (isCharacter(bytes, end))
            end += WIDTH;
        if (isLast(bytes, start, end))
            end += WIDTH;
        if ((end - start) / WIDTH >= utf32_SHORTEST)
            found.push(utf32_narrow(bytes, start, end));
        look = Math.max(look, end - utf32_STEP);
    }
    return found;
}
/** The first of four places at which two characters stand side by side. */
function findCharacter(bytes, look) {
    for (let at = look; at < look + WIDTH; at++)
        if (isCharacter(bytes, at) && isCharacter(bytes, at + WIDTH))
            return at;
    return -1;
}
function isCharacter(bytes, at) {
    return at >= 0 && utf32_isText(bytes[at] ?? 0) && bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0;
}
/** With the high byte first a character's zeros stand before it, so that anything may follow the last one. */
function isLast(bytes, start, end) {
    const isHighFirst = start >= 3 && bytes[start - 1] === 0 && bytes[start - 2] === 0 && bytes[start - 3] === 0;
    return isHighFirst && utf32_isText(bytes[end] ?? 0);
}
function utf32_narrow(bytes, start, end) {
    const out = new Uint8Array((end - start) / WIDTH);
    for (let at = 0; at < out.length; at++)
        out[at] = bytes[start + at * WIDTH];
    return { start, end: Math.min(end, bytes.length), bytes: out, at: (offset) => start + offset * WIDTH };
}
function utf32_isText(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

;// CONCATENATED MODULE: ./src/detector/decode/index.js










/** For bytes as they were read. */
const textDecoders = [utf16, utf32, base64, hex, percent, escape_escape, entity];
/** For bytes that came out of an encoding, where a compressed stream may stand. */
const innerDecoders = [...textDecoders, gzip, zlib, zstd];

;// CONCATENATED MODULE: ./src/detector/resolve.js

/** Matches of one view that overlap name the same value: the narrower rule stays, then the one that begins first. */
function resolve(matches, late) {
    if (matches.length === 0 && !late)
        return [];
    const groups = new Map(late ? [[late.rank, []]] : []);
    addAll(groups, matches);
    const kept = new Disjoint();
    const taken = [];
    for (let left = [...groups.keys()]; left.length > 0; left = [...groups.keys()]) {
        const next = Math.min(...left);
        if (next === late?.rank)
            addAll(groups, late.find(kept.spans));
        taken.push(kept.take(inOrder(groups.get(next) ?? [], byStart)));
        groups.delete(next);
    }
    return taken.length === 1 ? taken[0] ?? [] : taken.flat();
}
function addAll(groups, matches) {
    for (const [rank, group] of groupByRank(matches))
        groups.set(rank, groups.get(rank)?.concat(group) ?? group);
}
/** Most windows have matches of one rank, and no need for a copy of them. */
function groupByRank(matches) {
    const first = matches[0] ? rank(matches[0]) : 0;
    for (const match of matches)
        if (rank(match) !== first)
            return Map.groupBy(matches, rank);
    return new Map([[first, matches]]);
}
/** What one rule accepts may be open by another. */
const ACCEPTED = 10;
function rank(match) {
    return (match.rank ?? 0) + (match.accepted ? ACCEPTED : 0);
}

;// CONCATENATED MODULE: ./src/detector/view.js
// Looks into bytes and into everything that they encode, to a bounded depth and with bounded work.




/** Encodings within encodings that are undone. */
const MAX_DEPTH = 5;
/** Decoded bytes for each byte that was read, and how many there may be in any case, before the rest counts as not examined. */
const WORK_FACTOR = 8;
const LEAST_WORK = 1 << 23;
/** How much of decoded bytes tells whether they are text. */
const TEXT_SAMPLE = 256;
/** All values in `bytes`, each named once: the narrower rule and the shallower decoding win. */
function lookInto(bytes, look, sifted = look.sieve.sift(bytes)) {
    const walk = { look, budget: Math.max(LEAST_WORK, bytes.length * WORK_FACTOR), skipped: [] };
    const sightings = lookAt({ bytes, sifted, decoded: [], at: undefined }, walk);
    return { sightings: inOrder(sightings, (a, b) => a.start - b.start), skipped: walk.skipped };
}
function lookAt(view, walk) {
    const { matches, late, unexamined } = walk.look.see(view.bytes, view.sifted);
    if (unexamined > 0)
        walk.skipped.push({ bytes: unexamined, reason: "work-limit" });
    const own = resolve(matches, late).map((match) => toSighting(view, match));
    let known;
    for (const { name, decode } of decodersOf(view, walk)) {
        const runs = tryDecode(() => decode(view.bytes, view.sifted), view, walk);
        if (runs.length === 0)
            continue;
        const decoded = [...view.decoded, name];
        eachSifted(runs, walk.look, (run, sifted) => {
            if (!isPaidFor(run, view, walk) || !sifted)
                return;
            const found = lookAt({ bytes: run.bytes, sifted, decoded, at: placeOf(view, run) }, walk);
            if (found.length > 0)
                (known ??= new Known(own)).merge(found);
        });
    }
    return known?.values() ?? own;
}
function decodersOf({ decoded, bytes }, { look: { decoders } }) {
    const known = decoded.length === 0 ? textDecoders : innerDecoders;
    if (decoders.length === 0 || (decoded.length > 0 && !view_isText(bytes)))
        return known;
    return [...known, ...decoders.filter(({ name }) => !decoded.includes(name))];
}
/** Takes the run's bytes from the budget, or tells that they are not looked at. */
function isPaidFor({ bytes }, { decoded }, walk) {
    const reason = decoded.length >= MAX_DEPTH ? "depth-limit" : walk.budget < bytes.length ? "work-limit" : undefined;
    if (reason)
        walk.skipped.push({ bytes: bytes.length, reason });
    else
        walk.budget -= bytes.length;
    return reason === undefined;
}
function placeOf(view, run) {
    const at = run.at ?? (() => run.start);
    const outer = view.at;
    return outer ? (offset) => outer(at(offset)) : at;
}
/** Bytes that are sifted in one go, which costs less than one run after the other. */
const SIFTED_TOGETHER = 1 << 18;
/** Calls `visit` for each run with what the sieve found in it, or undefined for one that can hold nothing. */
function eachSifted(runs, { sieve, always }, visit) {
    for (let from = 0; from < runs.length;) {
        let to = from;
        for (let size = 0; to < runs.length && size < SIFTED_TOGETHER; to++)
            size += runs[to]?.bytes.length ?? 0;
        const batch = runs.slice(from, to);
        const shares = sieve.siftAll(batch.map(({ bytes }) => bytes));
        let next = 0;
        batch.forEach((run, index) => {
            const sifted = shares[next]?.[0] === index ? shares[next++]?.[1] : undefined;
            visit(run, sifted ?? (always || isCompressed(run.bytes) ? new Sifted() : undefined));
        });
        from = to;
    }
}
/** Bytes that came out of a decoder by chance are mostly no text, and no disguise of text is looked for in them. */
function view_isText(bytes) {
    let visible = 0;
    const length = Math.min(bytes.length, TEXT_SAMPLE);
    for (const byte of bytes.subarray(0, length))
        if ((byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)
            visible++;
    return visible >= length * 0.8;
}
function tryDecode(decode, view, walk) {
    try {
        return decode();
    }
    catch (error) {
        if (!(error instanceof StreamTooLarge))
            throw error;
        walk.skipped.push({ bytes: view.bytes.length, reason: "ratio-limit" });
        return [];
    }
}
/** In a text that was decoded backwards the match's end comes first. What stood before the match is its context too: where it is cut, nothing tells what it was. */
function toSighting({ at, decoded }, match) {
    const from = match.from ?? match.start;
    if (!at)
        return { match, decoded, start: match.start, end: Math.max(match.start + 1, match.end), from };
    const first = at(match.start);
    const last = at(Math.max(match.start, match.end - 1));
    const start = Math.min(first, last);
    return { match, decoded, start, end: Math.max(first, last) + 1, from: Math.min(at(Math.max(0, from - 1)), start) };
}
/** What is known of a view while its decoded runs are looked at one after the other. */
class Known {
    #values;
    #spans = new Spans();
    constructor(sightings) {
        this.#values = new Set(sightings);
        for (const sighting of sightings)
            this.#spans.add(sighting);
    }
    /** What a decoded run holds against what is known already: it replaces values of broader rules and yields to all others. */
    merge(inner) {
        for (const { one, isRepeated } of eachSpan(inner)) {
            if (isRepeated)
                continue;
            for (const gone of this.#spans.remove(one, (other) => rank(one.match) < rank(other.match)))
                this.#values.delete(gone);
        }
        let hasRoom = true;
        const fresh = [...eachSpan(inner)].filter(({ one, isRepeated }) => (isRepeated ? hasRoom : (hasRoom = !this.#spans.some(one, () => true))));
        for (const { one } of fresh) {
            this.#values.add(one);
            this.#spans.add(one);
        }
    }
    values() {
        return [...this.#values];
    }
}
/** Values whose place in the bytes that were read is not known have all the same one: what holds for the one before holds for them. */
function* eachSpan(sightings) {
    let before;
    for (const one of sightings) {
        yield { one, isRepeated: before !== undefined && before.start === one.start && before.end === one.end && rank(before.match) <= rank(one.match) };
        before = one;
    }
}

;// CONCATENATED MODULE: ./src/detector/inspector.js
// The content detectors as one: fragments in, located findings out, and no text leaves without having been looked at.









/** Changes with the detectors' code, as the rules' digest changes with the rules. */
const DETECTORS = "3";
/** Throws InputError for rules that cannot be used. */
function createInspector(options = {}) {
    const { decoders = [], known } = options;
    const detectors = [...(known ? [createKnownDetector(known)] : []), ...(options.detectors ?? [])];
    const own = toOwnRules(options.rules);
    const credential = createCredentialDetector(rules_generated/* credentialRules */.Z, own, options.shared);
    const cardholder = createCardholderDetector();
    const extra = detectors.flatMap((detector) => detector.rules);
    const rules = [...credential.rules, ...cardholderRules, ...extra];
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify([DETECTORS, credential.rules, own, cardholderRules, extra, decoders.map(({ name }) => name), ...(known ? [known.id] : [])])).digest("hex");
    const { sieve } = credential;
    const looksAlways = credential.always || detectors.length > 0 || decoders.length > 0;
    const lookWith = (setting) => ({
        sieve, decoders, always: looksAlways,
        see: (bytes, sifted) => {
            const { matches, late, unexamined } = credential.propose(bytes, setting, sifted);
            return { matches: matches.concat(cardholder.find(bytes, sifted), ...detectors.map((detector) => detector.find(bytes, sifted))), ...(late && { late }), unexamined };
        },
    });
    const examine = (fragment, sifted = sieve.sift(fragment.bytes)) => {
        if (sifted.isEmpty && !looksAlways)
            return inspector_NOTHING;
        const { sightings, skipped } = lookInto(fragment.bytes, lookWith(toSetting(fragment.place)), sifted);
        const gaps = skipped.map(({ bytes, reason }) => ({ reason, location: { ...fragment.place, line: fragment.line, offset: fragment.start }, detail: details[reason], bytes }));
        return { ...(0,telling/* tell */.qz)(sightings, fragment, options.tellAll ?? false), gaps };
    };
    const scrub = (text) => {
        if (text.length < 8)
            return text;
        const bytes = external_node_buffer_.Buffer.from(text, "utf8");
        const { sightings } = lookInto(bytes, lookWith({ trusted: true }));
        const toIndex = (offset) => (bytes.length === text.length ? offset : bytes.subarray(0, offset).toString("utf8").length);
        return (0,redact/* redactSpans */.t)(text, sightings.map(({ start, end, match }) => ({ start: toIndex(start), end: toIndex(end), preview: match.preview })));
    };
    const together = createTogether(sieve, examine, looksAlways);
    return { tool: { count: rules.length, sha256 }, rules, inspect: (fragment) => examine(fragment).findings, examine: (fragment) => examine(fragment), ...together, scrub };
}
const inspector_NOTHING = { findings: [], gaps: [], seen: [] };
/** Many fragments at a time: `looksAlways` where also those are to be looked at in which the sieve found nothing. */
function createTogether(sieve, examine, looksAlways) {
    const { trays } = sieve;
    const examineShares = (shares, count, fragmentAt) => {
        const looked = looksAlways ? withEmpty(shares, count) : shares;
        return looked.map(([index, sifted]) => [index, examine(fragmentAt(index), sifted)]).filter(([, inspected]) => !isSilent(inspected));
    };
    const examineTray = (at, lengths, fragmentAt) => examineShares(sieve.siftTray(at, lengths), lengths.length, fragmentAt);
    const examineAll = (fragments) => {
        const texts = fragments.map(({ bytes }) => bytes);
        const tray = trays.close(texts);
        const shares = tray ? sieve.siftTray(tray.at, texts.map(({ length }) => length)) : sieve.siftAll(texts);
        const said = examineShares(shares, fragments.length, (index) => fragments[index]);
        if (tray)
            trays.release(tray);
        return spread(said, fragments.length);
    };
    return { trays, examineTray, examineAll };
}
function isSilent({ findings, gaps, seen }) {
    return findings.length === 0 && gaps.length === 0 && (seen?.length ?? 0) === 0;
}
/** What was said, at each fragment's own place. */
function spread(said, count) {
    const inspected = Array.from({ length: count }, () => inspector_NOTHING);
    for (const [index, one] of said)
        inspected[index] = one;
    return inspected;
}
function withEmpty(shares, count) {
    const known = new Map(shares);
    return Array.from({ length: count }, (_, index) => [index, known.get(index) ?? new Sifted()]);
}
function toOwnRules(rules) {
    return rules === undefined ? undefined : (0,read_own_rules/* readOwnRules */.E)(typeof rules === "string" ? [{ name: "the rules file", text: rules }] : rules);
}
const details = {
    "work-limit": "matching used up its budget in this window",
    "depth-limit": "encodings are nested deeper than the limit",
    "ratio-limit": "an encoded stream expands beyond the limit",
};
/** Metadata of an image are settings; a file may be anything. */
function toSetting(place) {
    if (place.kind === "log")
        return { path: place.file };
    const trusted = place.part !== "file" && place.part !== "attestation";
    return { trusted, isName: place.part === "file-name", ...(place.path !== undefined && { path: place.path }) };
}


/***/ }),

/***/ 65086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ knownValue),
/* harmony export */   q: () => (/* binding */ knownValuePart)
/* harmony export */ });
/** 8.3.2: authentication factors unreadable in transit and storage; 8.6.2: none in scripts and configuration; 3.6.1: keys protected against disclosure. */
const controls = ["8.3.2", "8.6.2", "3.6.1"];
const knownValue = {
    id: "known-value",
    title: "A known credential stands in clear",
    severity: "critical",
    controls,
    remediation: "Rotate this credential now, then remove the copy. It is one of those that were fingerprinted, so this is no guess.",
};
const knownValuePart = {
    id: "known-value-part",
    title: "A part of a known credential stands in clear",
    severity: "high",
    controls,
    remediation: "Rotate this credential: the part that is shown takes most of the guessing away. Find out what cut or encoded the value, and remove the copy.",
};


/***/ }),

/***/ 20489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ALIGNMENTS_BYTES),
/* harmony export */   y: () => (/* binding */ toAlignments)
/* harmony export */ });
// Base64 of seven-bit text: which characters it may have at which place. wasm/pass/alignment.ts looks at texts with these tables.
/** Tables of 256 bytes, one for each place in a group of four. */
const ALIGNMENTS_BYTES = 4 * 256;
const SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...SEXTETS, "-", "_"].map((character, index) => [character.charCodeAt(0), index < 64 ? index : index - 2]));
/**
 * For each byte and its place modulo four the alignments (bits) under which it can be part of such text, once `toCharacter` has made a
 * character of base64 or base64url of it.
 */
function toAlignments(toCharacter) {
    return Uint8Array.from({ length: ALIGNMENTS_BYTES }, (_, index) => {
        const value = values.get(toCharacter(index & 255));
        const place = index >> 8;
        return [0, 1, 2, 3].reduce((bits, alignment) => (isPossible(value, (place - alignment + 4) % 4) ? bits | (1 << alignment) : bits), 0);
    });
}
/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function isPossible(value, place) {
    if (value === undefined)
        return false;
    if (place === 0)
        return value < 32;
    return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}


/***/ }),

/***/ 46925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ BEFORE),
/* harmony export */   VY: () => (/* binding */ BEHIND),
/* harmony export */   e3: () => (/* binding */ Trays),
/* harmony export */   j2: () => (/* binding */ BETWEEN),
/* harmony export */   sj: () => (/* binding */ separate)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
// Trays: stretches of the sieve's memory in which texts lie side by side, so that many small ones are sifted as one, where they lie.

/** Zero bytes before the texts, and behind them. */
const BEFORE = 64;
const BEHIND = 192;
/** Bytes between texts: as many as keep digits of one out of the regions of another. */
const BETWEEN = 4;
/** Part of no name, number or encoding. */
const SEPARATOR = 0xff;
/** Room for a window of the largest kind, and some more. */
const TRAY_BYTES = 17 << 16;
const ROOM = TRAY_BYTES - BEFORE - BEHIND;
const MOST_TEXTS = 1 << 10;
/** What comes while so many are in use is kept elsewhere: a crowd of windows costs a copy each, and no more memory for good. */
const MOST_TRAYS = 48;
/** Ends a text at `at`; gives where the next one begins. */
function separate(memory, at) {
    for (let n = 0; n < BETWEEN; n++)
        memory[at + n] = SEPARATOR;
    return at + BETWEEN;
}
class Trays {
    #memory;
    #all = [];
    #free = [];
    #open;
    #last;
    constructor(memory) {
        this.#memory = memory;
    }
    get shared() {
        return this.#memory.shared;
    }
    /** A copy, in a tray where there is room; it stays until it was sifted. */
    hold(bytes) {
        const tray = this.#room(bytes.length);
        if (!tray)
            return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(bytes);
        const memory = this.#memory.upTo(tray.at + ROOM);
        const end = tray.at + tray.size;
        const at = tray.count++ > 0 ? separate(memory, end) : end;
        memory.set(bytes, at);
        tray.size = at + bytes.length - tray.at;
        return new Uint8Array(memory.buffer, at, bytes.length);
    }
    /** The tray in which the text is held. */
    of(text) {
        if (!(text.buffer instanceof SharedArrayBuffer))
            return undefined;
        const holds = ({ at }) => text.byteOffset >= at && text.byteOffset <= at + ROOM;
        if (!this.#last || !holds(this.#last))
            this.#last = this.#all.find(holds);
        return this.#last;
    }
    /** The tray that holds these texts, all of them and no others; nothing is put into it any more. */
    close(texts) {
        const [first, last] = [texts[0], texts.at(-1)];
        const tray = first && this.of(first);
        if (!tray || !last || texts.length !== tray.count || first.byteOffset !== tray.at || last.byteOffset + last.length !== tray.at + tray.size)
            return undefined;
        if (tray === this.#open)
            this.#open = undefined;
        this.#memory.upTo(tray.at + ROOM).fill(0, tray.at + tray.size, tray.at + tray.size + BEHIND);
        return tray;
    }
    /** What the tray held is needed no more. */
    release(tray) {
        [tray.size, tray.count] = [0, 0];
        this.#free.push(tray);
    }
    #room(size) {
        if (size === 0 || size > ROOM)
            return undefined;
        if (this.#open && this.#open.count < MOST_TEXTS && this.#open.size + BETWEEN + size <= ROOM)
            return this.#open;
        this.#open = this.#free.pop() ?? (this.#all.length < MOST_TRAYS ? this.#make() : undefined);
        return this.#open;
    }
    #make() {
        const tray = { at: this.#memory.reserve(TRAY_BYTES) + BEFORE, size: 0, count: 0 };
        this.#all.push(tray);
        return tray;
    }
}


/***/ }),

/***/ 95056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ MAX_TOLD),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   qz: () => (/* binding */ tell)
/* harmony export */ });
/** Findings of one kind in one place that are told. */
const MAX_TOLD = 100;
/** More than what windows share. */
const SHARED_BYTES = 1 << 15;
/** Findings that may stand for each other in a place: of one rule, and equally grave, so that a hundred examples never hide a value that opens something. */
function kindOf({ ruleId, severity, accepted }) {
    return `${ruleId} ${severity}${accepted ? " accepted" : ""}`;
}
/** `sightings` come in the order of their starts. */
function tell(sightings, fragment, tellsAll) {
    const lines = new LineCounter(fragment);
    const findings = [];
    const seen = [];
    const later = [];
    // What the fragment before has seen as well may have been told: whoever knows both decides.
    const shared = new Tally(tellsAll ? Infinity : MAX_TOLD * 2);
    const reach = tellsAll ? fragment.bytes.length : fragment.start > 0 ? SHARED_BYTES : 0;
    const tally = new Tally(MAX_TOLD);
    for (const sighting of sightings) {
        const { start, end, from } = sighting;
        const isOwn = from < fragment.owned;
        const settled = isOwn ? (start < reach ? shared : tally).settle(sighting) : undefined;
        if (typeof settled === "object") {
            findings.push(toFinding(sighting, settled, { fragment, line: lines.at(start) }));
            seen.push(toSeen(sighting, fragment));
        }
        else if (settled !== undefined && start < reach)
            later.push({ ...toSeen(sighting, fragment), kind: settled });
        else if (!isOwn || end > fragment.owned)
            later.push(toSeen(sighting, fragment));
    }
    const counted = tally.counted();
    return { findings, seen: later.length === 0 ? seen : seen.concat(later), ...(counted.length > 0 && { counted }) };
}
function toSeen({ start, end, from }, fragment) {
    return { start: fragment.start + start, end: fragment.start + end, told: from < fragment.owned };
}
class Tally {
    #most;
    #counts = new Map();
    #byRule = new Map();
    /** The rule that was asked for last, which is mostly asked for again. */
    #rule;
    #count;
    /** `most` of a kind are told. */
    constructor(most) {
        this.#most = most;
    }
    /** The rule as which the value is told; its kind where it is only counted. */
    settle({ match }) {
        const count = this.#of(match.rule, match.accepted);
        // With enough told of the worst kind that it can be, it makes no difference which kind it is.
        if (count.told >= this.#most)
            return more(count);
        const rule = match.settle?.() ?? match.rule;
        const settled = rule === match.rule ? count : this.#of(rule, match.accepted);
        if (settled.told >= this.#most)
            return more(settled);
        settled.told++;
        return rule;
    }
    counted() {
        return [...this.#counts.values()].filter(({ more }) => more > 0).map(({ kind, more }) => ({ kind, count: more }));
    }
    #of(rule, accepted) {
        if (accepted)
            return this.#find(rule, accepted);
        if (rule === this.#rule && this.#count)
            return this.#count;
        const count = this.#byRule.get(rule) ?? this.#find(rule, accepted);
        this.#byRule.set(rule, count);
        this.#rule = rule;
        this.#count = count;
        return count;
    }
    #find(rule, accepted) {
        const kind = kindOf({ ruleId: rule.id, severity: rule.severity, ...(accepted && { accepted }) });
        const count = this.#counts.get(kind) ?? { kind, told: 0, more: 0 };
        this.#counts.set(kind, count);
        return count;
    }
}
function more(count) {
    count.more++;
    return count.kind;
}
function toFinding({ match, decoded, start }, rule, { fragment, line }) {
    const location = { ...fragment.place, line, offset: fragment.start + start };
    return {
        ruleId: rule.id, title: rule.title, severity: rule.severity, controls: [...rule.controls], remediation: rule.remediation,
        preview: match.preview, decoded: [...decoded], location, ...(match.confirmedBy && rule.title === match.rule.title && { confirmedBy: match.confirmedBy }),
        ...(match.accepted && { accepted: match.accepted }), ...(rule.aliases && { aliases: rule.aliases }),
    };
}
/** Line numbers of offsets that come in ascending order. */
class LineCounter {
    #fragment;
    #offset = 0;
    #line;
    constructor(fragment) {
        this.#fragment = fragment;
        this.#line = fragment.line;
    }
    at(offset) {
        const { bytes } = this.#fragment;
        for (let next = bytes.indexOf(0x0a, this.#offset); next >= 0 && next < offset; next = bytes.indexOf(0x0a, next + 1))
            this.#line++;
        this.#offset = Math.max(this.#offset, offset);
        return this.#line;
    }
}


/***/ }),

/***/ 40759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ previewNothing),
/* harmony export */   eP: () => (/* binding */ previewCredential),
/* harmony export */   t: () => (/* binding */ redactSpans),
/* harmony export */   wL: () => (/* binding */ previewCardNumber)
/* harmony export */ });
/** `prefix` is the part that the vendor publishes, such as "ghp_"; the value itself is never a parameter. */
function previewCredential(prefix) {
    return `${prefix}…`;
}
/** BIN and last four digits, which PCI DSS 3.4.1 allows to show; shorter numbers show nothing. */
function previewCardNumber(digits) {
    if (digits.length < 13)
        return "…";
    return `${digits.slice(0, 6)}…${digits.slice(-4)}`;
}
/** For sensitive authentication data (track, CVV) and known values nothing at all is shown. */
function previewNothing(what) {
    return `[${what}]`;
}
/** Puts each preview in the place of its span (character offsets); overlapping spans are merged under the first one's preview. */
function redactSpans(text, spans) {
    let out = "";
    let at = 0;
    for (const span of spans.toSorted((a, b) => a.start - b.start)) {
        if (span.end <= at)
            continue;
        if (span.start >= at)
            out += text.slice(at, span.start) + span.preview;
        at = span.end;
    }
    return out + text.slice(at);
}


/***/ }),

/***/ 74662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ shareMemory),
/* harmony export */   EJ: () => (/* binding */ ensureMemory),
/* harmony export */   zS: () => (/* binding */ startModule)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
// Starts WebAssembly modules. In: their bytes. Out: exports on a memory. As much of it as is needed, since Node's types leave the global object out.

const { WebAssembly: wasm } = globalThis;
const PAGE = 1 << 16;
/** What a module that is compiled for shared memory expects; only what is touched is ever used. */
const MOST_SHARED_PAGES = 1 << 16;
const compiled = new Map();
/** The exports of a generated module, given in base64, on a memory of its own or on one that is given; each module is compiled once. */
function startModule(module, imports = {}, memory = new wasm.Memory({ initial: 1 })) {
    const ready = compiled.get(module) ?? new wasm.Module(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(module, "base64"));
    compiled.set(module, ready);
    const instance = new wasm.Instance(ready, { env: { memory }, ...imports });
    return { exports: instance.exports, memory };
}
/** Memory that other threads may be given. */
function shareMemory(bytes) {
    return new wasm.Memory({ initial: Math.ceil(bytes / PAGE), maximum: MOST_SHARED_PAGES, shared: true });
}
/** Makes room for `bytes` in all; views of the former buffer are void then. Returns whether it grew. */
function ensureMemory(memory, bytes) {
    const missing = bytes - memory.buffer.byteLength;
    if (missing <= 0)
        return false;
    memory.grow(Math.ceil(missing / PAGE));
    return true;
}


/***/ })

};
