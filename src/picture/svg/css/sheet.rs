//! The style sheets of a drawing, read as CSS Syntax 3 says: what can't be read is left out, as in a browser. What a
//! browser would heed and this reader can't is refused by name, so that nothing is drawn wrong.

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
};

use super::element::{Selectors, read_selectors};
use crate::picture::error::DrawingError;

/// A declaration, as it is written.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Declaration {
    /// The property, in small letters unless it is one of the drawing's own (`--name`).
    pub(super) name: String,
    /// The value without comments.
    pub(super) value: String,
    /// Whether it stands above those that are not important.
    pub(super) important: bool,
}

/// A rule: declarations for some elements.
pub(super) struct Rule {
    /// Which elements.
    pub(super) selectors: Selectors,
    /// The declarations.
    pub(super) declarations: Vec<Declaration>,
}

/// Reads a style sheet.
///
/// # Errors
/// It has a rule that this reader can't heed.
pub(super) fn read_sheet(css: &str) -> Result<Vec<Rule>, DrawingError> {
    let mut rules = Rules::default();
    let mut input = Parser::new(css);
    let read: Vec<Rule> = StyleSheetParser::new(&mut input, &mut rules).flatten().flatten().collect();
    rules.refused.map_or(Ok(read), |what| Err(DrawingError::Rule(what)))
}

/// Reads the declarations of a `style` attribute.
pub(super) fn read_declarations(css: &str) -> Vec<Declaration> {
    let mut rules = Rules::default();
    let mut input = Parser::new(css);
    RuleBodyParser::new(&mut input, &mut Body(&mut rules)).flatten().flatten().collect()
}

/// Reads rules; keeps the first that can't be heeded.
#[derive(Default)]
struct Rules {
    refused: Option<String>,
}

impl Rules {
    fn refuse(&mut self, what: String) {
        self.refused.get_or_insert(what);
    }
}

type Fault = ParseError<()>;

impl<'i> QualifiedRuleParser<'i> for Rules {
    type Prelude = Option<Selectors>;
    type QualifiedRule = Vec<Rule>;
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<Option<Selectors>, Fault> {
        let start = input.position();
        let selectors = read_selectors(input);
        while input.next().is_ok() {}
        // What looks at all that an element holds takes long to find.
        if input.slice_from(start).to_ascii_lowercase().contains(":has(") {
            self.refuse(":has()".to_owned());
        }
        Ok(selectors)
    }

    fn parse_block(
        &mut self,
        selectors: Option<Selectors>,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<Vec<Rule>, Fault> {
        let declarations = RuleBodyParser::new(input, &mut Body(self)).flatten().flatten().collect();
        Ok(selectors.map(|selectors| Rule { selectors, declarations }).into_iter().collect())
    }
}

/// What an at-rule asks for.
enum AtRule {
    /// Rules for some readers: whether this is one.
    Media(bool),
    /// Something that changes no shape.
    Idle,
}

impl<'i> AtRuleParser<'i> for Rules {
    type Prelude = AtRule;
    type AtRule = Vec<Rule>;
    type Error = ();

    fn parse_prelude(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>) -> Result<AtRule, Fault> {
        let start = input.position();
        while input.next().is_ok() {}
        let condition = input.slice_from(start).trim();
        match name.to_ascii_lowercase().as_str() {
            "media" => match is_met(condition) {
                Some(met) => Ok(AtRule::Media(met)),
                None => {
                    self.refuse(format!("@media {condition}"));
                    Err(ParseError::unexpected_token())
                }
            },
            // Faces and movements: letters and animations are refused where they are used.
            "font-face" | "keyframes" | "-webkit-keyframes" | "charset" | "page" | "counter-style" => {
                Ok(AtRule::Idle)
            }
            _ => {
                self.refuse(format!("@{name}"));
                Err(ParseError::unexpected_token())
            }
        }
    }

    fn rule_without_block(&mut self, _: AtRule, _: &ParserState) -> Result<Vec<Rule>, ()> {
        Ok(Vec::new())
    }

    fn parse_block(
        &mut self,
        rule: AtRule,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<Vec<Rule>, Fault> {
        match rule {
            AtRule::Media(true) => Ok(StyleSheetParser::new(input, self).flatten().flatten().collect()),
            AtRule::Media(false) | AtRule::Idle => {
                while input.next().is_ok() {}
                Ok(Vec::new())
            }
        }
    }
}

/// Whether a drawing meets a condition of Media Queries 4, be it printed or looked at. `None` where that depends.
fn is_met(condition: &str) -> Option<bool> {
    if condition.is_empty() {
        return Some(true);
    }
    // Any of a list: one that is met is enough, whatever the others say.
    let met: Vec<Option<bool>> = condition.split(',').map(query_met).collect();
    if met.contains(&Some(true)) {
        return Some(true);
    }
    met.iter().all(|met| *met == Some(false)).then_some(false)
}

fn query_met(query: &str) -> Option<bool> {
    let mut met = true;
    for part in query.to_ascii_lowercase().split(" and ").map(str::trim) {
        let part: String = part.chars().filter(|c| !c.is_whitespace()).collect();
        met &= match part.as_str() {
            "all" | "onlyall" => true,
            "notall" => return Some(false),
            // Paper is light, and nothing on it moves.
            "(prefers-color-scheme:light)" | "(prefers-reduced-motion:reduce)" => true,
            "(prefers-color-scheme:dark)" | "(prefers-reduced-motion:no-preference)" => false,
            _ => return None,
        };
    }
    Some(met)
}

/// Reads what stands in a rule.
struct Body<'a>(&'a mut Rules);

impl<'i> DeclarationParser<'i> for Body<'_> {
    type Declaration = Option<Declaration>;
    type Error = ();

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        _: &ParserState,
    ) -> Result<Option<Declaration>, Fault> {
        let start = input.position();
        while input.next().is_ok() {}
        let value = without_comments(input.slice_from(start));
        let (value, important) = match split_important(value.trim()) {
            Some(value) => (value, true),
            None => (value.trim(), false),
        };
        let name = if name.starts_with("--") { name.to_string() } else { name.to_ascii_lowercase() };
        Ok(Some(Declaration { name, value: value.to_owned(), important }))
    }
}

/// The value before a last `!important`.
fn split_important(value: &str) -> Option<&str> {
    let (value, last) = value.rsplit_once('!')?;
    last.trim().eq_ignore_ascii_case("important").then(|| value.trim_end())
}

/// A value with each comment outside of a string as a space.
fn without_comments(value: &str) -> String {
    let (mut kept, mut rest, mut quote) = (String::new(), value, None);
    while let Some(next) = rest.chars().next() {
        match quote {
            None if rest.starts_with("/*") => {
                kept.push(' ');
                rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            None if matches!(next, '"' | '\'') => quote = Some(next),
            Some(open) if open == next => quote = None,
            _ => {}
        }
        kept.push(next);
        rest = &rest[next.len_utf8()..];
    }
    kept
}

impl<'i> QualifiedRuleParser<'i> for Body<'_> {
    type Prelude = ();
    type QualifiedRule = Option<Declaration>;
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<(), Fault> {
        while input.next().is_ok() {}
        Ok(())
    }

    fn parse_block(
        &mut self,
        (): (),
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<Option<Declaration>, Fault> {
        self.0.refuse("a rule within a rule".to_owned());
        while input.next().is_ok() {}
        Ok(None)
    }
}

impl<'i> AtRuleParser<'i> for Body<'_> {
    type Prelude = ();
    type AtRule = Option<Declaration>;
    type Error = ();

    fn parse_prelude(&mut self, name: CowRcStr<'i>, _: &mut Parser<'i>) -> Result<(), Fault> {
        self.0.refuse(format!("@{name} within a rule"));
        Err(ParseError::unexpected_token())
    }
}

impl RuleBodyItemParser<'_, Option<Declaration>, ()> for Body<'_> {
    fn parse_declarations(&self) -> bool {
        true
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(css: &str) -> Vec<(String, String, bool)> {
        read_declarations(css).into_iter().map(|d| (d.name, d.value, d.important)).collect()
    }

    #[test]
    fn declarations_are_read_as_css_says() {
        let some = declared("FILL : red/**/ ; nonsense; stroke:url(\"a;b\")!important; --Brand: #b3541e");
        let expected =
            [("fill", "red", false), ("stroke", "url(\"a;b\")", true), ("--Brand", "#b3541e", false)];
        assert_eq!(some, expected.map(|(name, value, important)| (name.into(), value.into(), important)));
    }

    #[test]
    fn what_a_browser_would_heed_is_heeded_or_refused() {
        let count = |css: &str| read_sheet(css).map(|rules| rules.len());
        for (css, rules) in [
            ("@media all{.a{fill:red}}", 1),
            ("@media (prefers-color-scheme: dark){.a{fill:red}} .b{fill:blue}", 1),
            ("@font-face{font-family:x;src:url(x)} rect:nth-of-type(2n+1),:is(a,b) ~ c{fill:red}", 1),
            ("a::before{fill:red} b{fill:red} c:unheard-of{fill:red}", 1),
            ("@charset \"utf-8\";<!-- .a{fill:red} -->", 1),
        ] {
            assert_eq!(count(css), Ok(rules), "{css}");
        }
        for (css, what) in [
            ("@media print{.a{fill:red}}", "@media print"),
            ("@media (min-width:5px){}", "@media (min-width:5px)"),
            ("@import url(a.css);", "@import"),
            ("@layer a{.a{fill:red}}", "@layer"),
            ("@supports (fill:red){}", "@supports"),
            ("g:has(path){fill:red}", ":has()"),
            (".a{fill:red;.b{fill:blue}}", "a rule within a rule"),
            (".a{@media all{fill:red}}", "@media within a rule"),
        ] {
            assert_eq!(count(css), Err(DrawingError::Rule(what.to_owned())), "{css}");
        }
    }
}
