//! Floats read and written with whole numbers of any size: slow, exact and small, for builds in which the
//! standard library's tables would weigh too much.
use super::{BIAS, EXPONENT, IMPLICIT, MANTISSA};
use crate::python::int;
use std::cmp::Ordering;

/// The exponents of the smallest normal number and of the largest.
const LEAST: i64 = 1 - BIAS as i64;
const MOST: i64 = BIAS as i64;

/// The value of a decimal literal without sign: digits, point, exponent.
pub(super) fn value(literal: &str) -> f64 {
    let (size, exponent) = literal.split_once(['e', 'E']).unwrap_or((literal, "0"));
    let decimals = size.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let digits = || size.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0');
    let scale = int::literal(exponent).saturating_sub(decimals as i64);
    let magnitude = scale.saturating_add(digits().count() as i64);
    match magnitude {
        _ if digits().next().is_none() => return 0.0,
        ..-330 => return 0.0,
        311.. => return f64::INFINITY,
        _ => {}
    }
    let mut numerator = Big::from(0);
    digits().for_each(|digit| numerator.times_plus(10, u32::from(digit - b'0')));
    let mut denominator = Big::from(1);
    (0..scale).for_each(|_| numerator.times_plus(10, 0));
    (scale..0).for_each(|_| denominator.times_plus(10, 0));
    nearest(&numerator, &denominator)
}

/// The float nearest to a fraction, of two the even one.
fn nearest(numerator: &Big, denominator: &Big) -> f64 {
    let mut exponent = numerator.bits() - denominator.bits();
    if numerator.shifted(-exponent).cmp(&denominator.shifted(exponent)) == Ordering::Less {
        exponent -= 1;
    }
    let mut exponent = exponent.max(LEAST);
    let shift = i64::from(MANTISSA) - exponent;
    let (mut rest, divisor) = (numerator.shifted(shift), denominator.shifted(-shift));
    let mut mantissa = rest.divide(&divisor);
    let half = rest.shifted(1).cmp(&divisor);
    if half == Ordering::Greater || half == Ordering::Equal && mantissa % 2 == 1 {
        mantissa += 1;
    }
    if mantissa == 2 * IMPLICIT {
        (mantissa, exponent) = (IMPLICIT, exponent + 1);
    }
    match exponent {
        _ if mantissa < IMPLICIT => f64::from_bits(mantissa),
        ..=MOST => f64::from_bits(((exponent + MOST) as u64) << MANTISSA | (mantissa & (IMPLICIT - 1))),
        _ => f64::INFINITY,
    }
}

/// A finite number that is not negative as `d.ddde-x`, the fewest digits that read back as the same.
pub(super) fn shortest(number: f64) -> String {
    let bits = number.to_bits();
    let exponent = (bits >> MANTISSA) & EXPONENT;
    let mantissa = bits & (IMPLICIT - 1) | if exponent == 0 { 0 } else { IMPLICIT };
    if mantissa == 0 {
        return "0e0".to_owned();
    }
    let shift = exponent.max(1) as i64 - MOST - i64::from(MANTISSA);
    // Never more than the decimal exponent, and seldom less.
    let mut decimal = (shift + i64::from(mantissa.ilog2())) * 30_103 / 100_000 - 1;
    let mut digits = 1;
    loop {
        let (mut rest, mut divisor) = (Big::from(mantissa).shifted(shift), Big::from(1).shifted(-shift));
        let scale = digits - 1 - decimal;
        (0..scale).for_each(|_| rest.times_plus(10, 0));
        (scale..0).for_each(|_| divisor.times_plus(10, 0));
        let floor = rest.divide(&divisor);
        if floor >= 10u64.pow(digits as u32) {
            decimal += 1;
            continue;
        }
        let half = rest.shifted(1).cmp(&divisor);
        let up = half == Ordering::Greater || half == Ordering::Equal && floor % 2 == 1;
        let nearer = if up { [floor + 1, floor] } else { [floor, floor + 1] };
        let text = |number: u64| written(number, digits, decimal);
        if let Some(found) = nearer.into_iter().map(text).find(|text| value(text) == number) {
            return found;
        }
        if digits == 17 {
            return text(nearer[0]);
        }
        digits += 1;
    }
}

/// So many digits, of which one stands before the point; rounding up may have made one more.
fn written(number: u64, digits: i64, decimal: i64) -> String {
    let text = number.to_string();
    let decimal = decimal + (text.len() as i64 - digits);
    let (first, rest) = text.split_at(1);
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{first}{point}{rest}e{decimal}")
}

/// A whole number of any size, lowest limb first, the highest not zero.
struct Big(Vec<u32>);

impl From<u64> for Big {
    fn from(number: u64) -> Self {
        Big(vec![number as u32, (number >> 32) as u32]).trimmed()
    }
}

impl Big {
    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    fn bits(&self) -> i64 {
        let highest = self.0.last().map_or(0, |limb| 32 - limb.leading_zeros());
        (self.0.len().saturating_sub(1) * 32) as i64 + i64::from(highest)
    }

    fn times_plus(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for limb in &mut self.0 {
            let product = u64::from(*limb) * u64::from(factor) + carry;
            (*limb, carry) = (product as u32, product >> 32);
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// This times a power of two; no less than this.
    fn shifted(&self, by: i64) -> Big {
        let by = by.max(0) as u64;
        let mut limbs = vec![0; (by / 32) as usize];
        let mut carry = 0;
        for limb in &self.0 {
            let wide = u64::from(*limb) << (by % 32) | carry;
            limbs.push(wide as u32);
            carry = wide >> 32;
        }
        limbs.push(carry as u32);
        Big(limbs).trimmed()
    }

    fn cmp(&self, other: &Big) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    /// Divides by a number that goes into this less than 2⁶³ times; what is left stays here.
    fn divide(&mut self, divisor: &Big) -> u64 {
        let mut quotient = 0;
        for place in (0..=(self.bits() - divisor.bits()).clamp(0, 62)).rev() {
            let part = divisor.shifted(place);
            quotient *= 2;
            if self.cmp(&part) != Ordering::Less {
                self.subtract(&part);
                quotient += 1;
            }
        }
        quotient
    }

    /// Takes away a number that is not larger.
    fn subtract(&mut self, other: &Big) {
        let mut borrow = 0;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let taken = i64::from(other.0.get(place).copied().unwrap_or(0)) + borrow;
            let rest = i64::from(*limb) - taken;
            (*limb, borrow) = (rest as u32, i64::from(rest < 0));
        }
        let limbs = std::mem::take(&mut self.0);
        *self = Big(limbs).trimmed();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agrees(number: f64) {
        if number.is_finite() {
            let number = number.abs();
            let text = shortest(number);
            assert_eq!(value(&text).to_bits(), number.to_bits(), "{number:e}: {text}");
            assert_eq!(text.len(), format!("{number:e}").len(), "{number:e}: {text}");
        }
    }

    #[test]
    fn edges() {
        for bits in
            [0, 1, 2, IMPLICIT - 1, IMPLICIT, IMPLICIT + 1, 0x7FEF_FFFF_FFFF_FFFF, 0x3FF0_0000_0000_0000]
        {
            agrees(f64::from_bits(bits));
        }
        (1..2046).for_each(|exponent| agrees(f64::from_bits(exponent << MANTISSA)));
        for literal in [
            "0",
            "0.0e99999999999999999999",
            "1e400",
            "1e-400",
            "2.4703282292062328e-324",
            "2.4703282292062327e-324",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "9007199254740993",
            "9007199254740992.99999",
            ".5",
            "5.",
            "2.2250738585072011e-308",
            "2.2250738585072012e-308",
            "00012.50e-1",
            "1e22",
            "1e23",
        ] {
            let std: f64 = literal.parse().unwrap();
            assert_eq!(value(literal).to_bits(), std.to_bits(), "{literal}");
        }
    }

    proptest! {
        #[test]
        fn as_the_standard_library(bits in any::<u64>(), digits in "[0-9]{1,40}", point in 0..40usize, exponent in -400..400i32) {
            agrees(f64::from_bits(bits));
            let (whole, decimals) = digits.split_at(point.min(digits.len()));
            let literal = format!("{whole}.{decimals}e{exponent}");
            prop_assert_eq!(value(&literal).to_bits(), literal.parse::<f64>().unwrap_or(0.0).to_bits());
        }
    }
}
