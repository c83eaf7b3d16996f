export const id = 728;
export const ids = [728];
export const modules = {

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
