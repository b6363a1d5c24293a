//! Which elements a selector is for (Selectors 4), over the elements of an XML document. A drawing on paper is neither
//! pointed at nor visited, so selectors that ask for that are for none.

use std::borrow::Borrow;
use std::fmt;

use cssparser::{ParseError, Parser as CssInput, ToCss, serialize_identifier, serialize_string};
use precomputed_hash::PrecomputedHash;
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::{
    MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode, SelectorCaches,
};
use selectors::matching::{ElementSelectorFlags, matches_selector};
use selectors::parser::{NonTSPseudoClass, ParseRelative, Parser, PseudoElement, SelectorParseErrorKind};
use selectors::{Element, OpaqueElement, SelectorImpl, SelectorList};
use usvg::roxmltree::Node;

/// A list of selectors.
pub(super) type Selectors = SelectorList<Grammar>;

/// Reads a list of selectors. `None` where CSS has no such, so that its rule is for nothing.
pub(super) fn read_selectors(input: &mut CssInput) -> Option<Selectors> {
    SelectorList::parse(&Grammar, input, ParseRelative::No).ok()
}

/// An element, and a place in memory that stands for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styled<'a, 'input> {
    node: Node<'a, 'input>,
    /// A byte for each node of the document.
    places: &'a [u8],
}

impl<'a, 'input> Styled<'a, 'input> {
    /// An element; `places` has a byte for each node of its document.
    pub(super) fn new(node: Node<'a, 'input>, places: &'a [u8]) -> Styled<'a, 'input> {
        Styled { node, places }
    }

    /// How specific the most specific selector of the list is that is for the element; `None` where none is.
    pub(super) fn specificity(&self, list: &Selectors, caches: &mut SelectorCaches) -> Option<u32> {
        let mut context = MatchingContext::new(
            MatchingMode::Normal,
            None,
            caches,
            QuirksMode::NoQuirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        let fitting = list.slice().iter().filter(|one| matches_selector(one, 0, None, *self, &mut context));
        fitting.map(|selector| selector.specificity()).max()
    }

    fn at(&self, node: Option<Node<'a, 'input>>) -> Option<Styled<'a, 'input>> {
        node.map(|node| Styled { node, ..*self })
    }
}

/// What `selectors` has to know of the words of a selector.
#[derive(Clone, Debug)]
pub(super) struct Grammar;

impl SelectorImpl for Grammar {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Word;
    type Identifier = Word;
    type LocalName = Word;
    type NamespaceUrl = Word;
    type NamespacePrefix = Word;
    type BorrowedNamespaceUrl = str;
    type BorrowedLocalName = str;
    type NonTSPseudoClass = State;
    type PseudoElement = Never;
}

impl<'i> Parser<'i> for Grammar {
    type Impl = Grammar;
    type Error = SelectorParseErrorKind;

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    fn parse_non_ts_pseudo_class(&self, name: &str) -> Result<State, ParseError<SelectorParseErrorKind>> {
        const STATES: &[&str] =
            &["hover", "active", "focus", "focus-within", "focus-visible", "link", "visited", "target"];
        match STATES.iter().find(|state| state.eq_ignore_ascii_case(name)) {
            Some(state) => Ok(State(state)),
            None => Err(ParseError::custom(SelectorParseErrorKind::UnsupportedPseudoClassOrElement)),
        }
    }
}

/// A name or a value in a selector.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Word(String);

impl From<&str> for Word {
    fn from(text: &str) -> Word {
        Word(text.to_owned())
    }
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Word {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PrecomputedHash for Word {
    /// Used by filters alone, of which there are none here.
    fn precomputed_hash(&self) -> u32 {
        0
    }
}

impl ToCss for Word {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        if self.0.is_empty() { serialize_string(&self.0, dest) } else { serialize_identifier(&self.0, dest) }
    }
}

/// A pseudo-class of what a reader does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct State(&'static str);

impl ToCss for State {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        write!(dest, ":{}", self.0)
    }
}

impl NonTSPseudoClass for State {
    fn is_active_or_hover(&self) -> bool {
        matches!(self.0, "active" | "hover")
    }

    fn is_user_action_state(&self) -> bool {
        !matches!(self.0, "link" | "visited" | "target")
    }
}

/// A pseudo-element: shapes have none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Never {}

impl ToCss for Never {
    fn to_css<W: fmt::Write>(&self, _: &mut W) -> fmt::Result {
        match *self {}
    }
}

impl PseudoElement for Never {}

impl Element for Styled<'_, '_> {
    type Impl = Grammar;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(&self.places[self.node.id().get_usize()])
    }

    fn parent_element(&self) -> Option<Self> {
        self.at(self.node.parent_element())
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.at(self.node.prev_sibling_element())
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.at(self.node.next_sibling_element())
    }

    fn first_element_child(&self) -> Option<Self> {
        self.at(self.node.first_element_child())
    }

    fn is_html_element_in_html_document(&self) -> bool {
        false
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.node.tag_name().name() == name
    }

    fn has_namespace(&self, namespace: &str) -> bool {
        self.node.tag_name().namespace().unwrap_or_default() == namespace
    }

    fn is_same_type(&self, other: &Self) -> bool {
        self.node.tag_name() == other.node.tag_name()
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Word>,
        name: &Word,
        operation: &AttrSelectorOperation<&Word>,
    ) -> bool {
        self.node.attributes().any(|attribute| {
            let is_there = match namespace {
                NamespaceConstraint::Any => true,
                NamespaceConstraint::Specific(url) => attribute.namespace().unwrap_or_default() == url.0,
            };
            is_there && attribute.name() == name.0 && operation.eval_str(attribute.value())
        })
    }

    fn match_non_ts_pseudo_class(&self, _: &State, _: &mut MatchingContext<Grammar>) -> bool {
        false
    }

    fn match_pseudo_element(&self, element: &Never, _: &mut MatchingContext<Grammar>) -> bool {
        match *element {}
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        false
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &Word, case: CaseSensitivity) -> bool {
        self.node.attribute("id").is_some_and(|own| case.eq(own.as_bytes(), id.0.as_bytes()))
    }

    fn has_class(&self, name: &Word, case: CaseSensitivity) -> bool {
        let classes = self.node.attribute("class").unwrap_or_default();
        classes.split_ascii_whitespace().any(|class| case.eq(class.as_bytes(), name.0.as_bytes()))
    }

    fn has_custom_state(&self, _: &Word) -> bool {
        false
    }

    fn imported_part(&self, _: &Word) -> Option<Word> {
        None
    }

    fn is_part(&self, _: &Word) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        self.node.children().all(|child| !child.is_element() && child.text().is_none_or(str::is_empty))
    }

    fn is_root(&self) -> bool {
        self.node.parent_element().is_none()
    }

    fn add_element_unique_hashes(&self, _: &mut BloomFilter) -> bool {
        false
    }
}
