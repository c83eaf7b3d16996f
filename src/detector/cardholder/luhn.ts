// The check digit of card numbers, ISO/IEC 7812-1 annex B.

/** True where the last digit is the check digit of those before it. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 0x30;
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** The digit that makes `body` a number with a check digit. */
export function toCheckDigit(body: string): string {
  return [..."0123456789"].find((digit) => hasCheckDigit(body + digit)) ?? "0";
}
