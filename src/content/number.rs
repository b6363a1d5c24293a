//! Numbers as a language writes them. In: a number with the options of `NUMBER()`. Out: its digits, and how CLDR writes
//! them.

use fluent::FluentValue;
use fluent_bundle::FluentBundle;
use fluent_bundle::types::FluentNumber;
use icu_decimal::input::Decimal;
use icu_decimal::options::GroupingStrategy;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale::Locale as IcuLocale;
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use unic_langid::LanguageIdentifier;

/// Makes the bundle write numbers as its language does: signs, digits and groups of CLDR, `decimalFormats`. A group is
/// parted by a narrow space where CLDR has a wide one, as in type (H).
pub(super) fn write_numbers<R>(bundle: &mut FluentBundle<R>) {
    bundle.set_formatter(Some(write_number));
}

fn write_number(value: &FluentValue<'_>, language: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let grouping = if number.options.use_grouping { GroupingStrategy::Auto } else { GroupingStrategy::Never };
    let digits = digits_of(number);
    language
        .with_try_get::<Writer, _, _>((grouping,), |writer| writer.0.format(&digits).to_string())
        .ok()
        .map(|text| text.replace('\u{a0}', "\u{202f}"))
}

/// What writes the numbers of one language.
struct Writer(DecimalFormatter);

impl Memoizable for Writer {
    type Args = (GroupingStrategy,);
    type Error = ();

    fn construct(language: LanguageIdentifier, (grouping,): Self::Args) -> Result<Writer, ()> {
        let locale: IcuLocale = language.to_string().parse().map_err(drop)?;
        let preferences = DecimalFormatterPreferences::from(&locale);
        DecimalFormatter::try_new(preferences, grouping.into()).map(Writer).map_err(drop)
    }
}

/// The digits that a number is written with (ECMA-402, SetNumberFormatDigitOptions): so many significant ones, or so many
/// after the point; without either those that it has. Halves are rounded to the even digit (UTS #35, Number Patterns).
pub(super) fn digits_of(number: &FluentNumber) -> Decimal {
    let options = &number.options;
    let mut digits = Decimal::try_from_str(&number.value.to_string()).unwrap_or_default();
    let (least, most) = (options.minimum_significant_digits, options.maximum_significant_digits);
    if least.is_some() || most.is_some() {
        if let Some(most) = most {
            round_significant(&mut digits, decimal_place(most.max(1)));
        }
        let first = digits.absolute.nonzero_magnitude_start();
        digits.absolute.pad_end((first + 1 - decimal_place(least.unwrap_or(1))).min(0));
    } else {
        let most = options.maximum_fraction_digits;
        if let Some(most) = most {
            digits.round(-decimal_place(most));
            digits.absolute.trim_end();
        }
        let least = options.minimum_fraction_digits.unwrap_or(0).min(most.unwrap_or(usize::MAX));
        digits.absolute.pad_end(-decimal_place(least));
    }
    digits.absolute.pad_start(decimal_place(options.minimum_integer_digits.unwrap_or(1)));
    digits
}

/// Rounds to so many significant digits; 9.99 to two of them has its first one place higher.
fn round_significant(digits: &mut Decimal, most: i16) {
    for _ in 0..2 {
        digits.round(digits.absolute.nonzero_magnitude_start() + 1 - most);
    }
    digits.absolute.trim_end();
}

/// A count of digits as a decimal place. Counts are small: those of a message are checked, and others would be cut.
fn decimal_place(count: usize) -> i16 {
    i16::try_from(count).unwrap_or(i16::MAX).min(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::FluentResource;

    fn write(language: &str, value: &str) -> String {
        let resource = FluentResource::try_new(format!("a = {{ {value} }}\n")).unwrap();
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.add_builtins().unwrap();
        write_numbers(&mut bundle);
        bundle.add_resource(&resource).unwrap();
        let value = bundle.get_message("a").unwrap().value().unwrap();
        bundle.format_pattern(value, None, &mut vec![]).into_owned()
    }

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        for (language, value, written) in [
            ("en", "1000", "1,000"),
            ("en", "-1234567.50", "-1,234,567.50"),
            ("en", "999", "999"),
            ("fr", "12345.5", "12\u{202F}345,5"),
            ("de", "1000", "1.000"),
            ("es", "1000", "1000"),
            ("es", "12345.5", "12.345,5"),
            ("es-MX", "12345.5", "12,345.5"),
            ("es-419", "1234.5", "1,234.5"),
            ("pl", "1234", "1234"),
            ("pl", "12345", "12\u{202F}345"),
            ("ru", "1234.5", "1\u{202F}234,5"),
            ("hi", "1234567.5", "12,34,567.5"),
            ("ne", "1234567", "१२,३४,५६७"),
            ("lo", "12345.5", "12.345,5"),
            ("ar", "1234.5", "1,234.5"),
            ("fa", "1234.5", "۱٬۲۳۴٫۵"),
            ("fil", "1234.5", "1,234.5"),
            ("xx", "1234.5", "1,234.5"),
        ] {
            assert_eq!(write(language, value), written, "{language}");
        }
    }

    #[test]
    fn a_number_has_the_digits_that_are_asked_for() {
        for (value, written) in [
            ("NUMBER(2015, useGrouping: \"false\")", "2015"),
            ("NUMBER(2.345, maximumFractionDigits: 1)", "2.3"),
            ("NUMBER(200, maximumFractionDigits: 0)", "200"),
            ("NUMBER(2.5, maximumFractionDigits: 0)", "2"),
            ("NUMBER(3.5, maximumFractionDigits: 0)", "4"),
            ("NUMBER(2, minimumFractionDigits: 2)", "2.00"),
            ("NUMBER(2.50, maximumFractionDigits: 1)", "2.5"),
            ("NUMBER(12345, maximumSignificantDigits: 3)", "12,300"),
            ("NUMBER(0.25649, maximumSignificantDigits: 3)", "0.256"),
            ("NUMBER(9.99, maximumSignificantDigits: 2)", "10"),
            ("NUMBER(99.99, minimumSignificantDigits: 6)", "99.9900"),
            ("NUMBER(5, minimumSignificantDigits: 2, maximumSignificantDigits: 3)", "5.0"),
            ("NUMBER(0, maximumSignificantDigits: 3)", "0"),
            ("NUMBER(7, minimumIntegerDigits: 2)", "07"),
        ] {
            assert_eq!(write("en", value), written, "{value}");
        }
    }
}
