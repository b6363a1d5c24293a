//! The operators of a form under way (ISO 32000-1 8.10), and what they name. What is set already is not set again.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use crate::frame::{ClipShape, FillRule, Step};
use crate::geom::{Affine, single};

use super::document::numbers;
use super::lines::{Brush, number};

/// The operators of a form under way, and what they name.
pub(super) struct Form {
    /// Its width and its height.
    pub(super) extent: [f64; 2],
    operators: String,
    states: Named,
    patterns: Named,
    objects: Named,
    /// The operators that set what is set already.
    colors: BTreeMap<Brush, String>,
    line: String,
}

/// Objects of one kind under short names.
struct Named {
    letter: char,
    objects: Vec<Object>,
}

impl Named {
    fn new(letter: char) -> Named {
        Named { letter, objects: Vec::new() }
    }

    fn add(&mut self, object: Object) -> String {
        let number = self.objects.iter().position(|known| *known == object).unwrap_or_else(|| {
            self.objects.push(object);
            self.objects.len() - 1
        });
        format!("{}{number}", self.letter)
    }

    fn dictionary(self) -> Dictionary {
        let letter = self.letter;
        let named = self.objects.into_iter().enumerate();
        named.map(|(number, object)| (format!("{letter}{number}"), object)).collect()
    }
}

impl Form {
    /// An empty form.
    pub(super) fn new(extent: [f64; 2]) -> Form {
        Form {
            extent,
            operators: String::new(),
            states: Named::new('A'),
            patterns: Named::new('P'),
            objects: Named::new('X'),
            colors: BTreeMap::new(),
            line: String::new(),
        }
    }

    /// The form: nothing of it is seen beyond its extent.
    pub(super) fn finish(self) -> Stream {
        let [across, down] = self.extent;
        let mut resources = Dictionary::new();
        for (kind, named) in
            [("ExtGState", self.states), ("Pattern", self.patterns), ("XObject", self.objects)]
        {
            if !named.objects.is_empty() {
                resources.set(kind, named.dictionary());
            }
        }
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => numbers(&[0.0, 0.0, across, down]),
            "Resources" => resources,
        };
        Stream::new(form, self.operators.into_bytes())
    }

    /// Paints something apart: what it sets is undone after it.
    pub(super) fn apart(&mut self, paint: impl FnOnce(&mut Form)) {
        let (colors, line) = (self.colors.clone(), self.line.clone());
        self.operator("q");
        paint(self);
        self.operator("Q");
        (self.colors, self.line) = (colors, line);
    }

    /// Writes an operator.
    pub(super) fn operator(&mut self, text: &str) {
        self.operators.push_str(text);
        self.operators.push('\n');
    }

    /// Sets the colour of a brush, unless it is set.
    pub(super) fn set_color(&mut self, brush: Brush, operator: String) {
        if self.colors.get(&brush) != Some(&operator) {
            self.operator(&operator);
            self.colors.insert(brush, operator);
        }
    }

    /// Sets a pattern as the colour of a brush.
    pub(super) fn set_pattern(&mut self, brush: Brush, pattern: ObjectId) {
        let name = self.patterns.add(pattern.into());
        let operator = match brush {
            Brush::Fill => format!("/Pattern cs /{name} scn"),
            Brush::Stroke => format!("/Pattern CS /{name} SCN"),
        };
        self.set_color(brush, operator);
    }

    /// Sets how lines are drawn, unless it is set.
    pub(super) fn set_line(&mut self, operators: String) {
        if self.line != operators {
            self.operator(&operators);
            self.line = operators;
        }
    }

    /// Sets a graphics state (8.4.5).
    pub(super) fn state(&mut self, id: ObjectId) {
        let name = self.states.add(id.into());
        self.operator(&format!("/{name} gs"));
    }

    /// Shows an image or another form.
    pub(super) fn show(&mut self, id: ObjectId) {
        let name = self.objects.add(id.into());
        self.operator(&format!("/{name} Do"));
    }

    /// Maps what is painted next.
    pub(super) fn matrix(&mut self, map: &Affine) {
        let [a, b, c, d, e, f] = map.parts().map(single);
        self.operator(&format!("{a} {b} {c} {d} {e} {f} cm"));
    }

    /// Cuts off what lies outside of a shape.
    pub(super) fn clip(&mut self, shape: &ClipShape, to_form: &Affine) {
        self.path(&shape.steps, to_form);
        self.operator(if shape.rule == FillRule::EvenOdd { "W* n" } else { "W n" });
    }

    /// Fills the whole extent.
    pub(super) fn fill_all(&mut self) {
        let [across, down] = self.extent;
        self.operator(&format!("0 0 {} {} re f", number(across), number(down)));
    }

    /// Puts an outline under way, to be painted or clipped by the operator that follows.
    pub(super) fn path(&mut self, steps: &[Step], to_form: &Affine) {
        for step in steps {
            for point in step.points().map(|point| to_form.apply(point)) {
                let (x, y) = (number(point.x.to_pt()), number(point.y.to_pt()));
                write!(self.operators, "{x} {y} ").expect("strings take all");
            }
            self.operator(match step {
                Step::Move(_) => "m",
                Step::Line(_) => "l",
                Step::Cubic(..) => "c",
                Step::Close => "h",
            });
        }
    }
}
