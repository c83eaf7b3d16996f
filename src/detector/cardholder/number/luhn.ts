// The check digit of card numbers, ISO/IEC 7812-1 annex B.

/** True where the last digit is the check digit of those before it. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  let isDoubled = false;
  for (let at = digits.length - 1; at >= 0; at--) {
    const digit = digits.charCodeAt(at) - 0x30;
    sum += !isDoubled ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
    isDoubled = !isDoubled;
  }
  return sum % 10 === 0;
}

/** The digit that makes `body` a number with a check digit. */
export function toCheckDigit(body: string): string {
  return [..."0123456789"].find((digit) => hasCheckDigit(body + digit)) ?? "0";
}
