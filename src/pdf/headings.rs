//! The levels of headings: as deep as headings above them ask for, and never one skipped (PDF/UA-1 7.4.2).

use std::collections::BTreeMap;

use crate::frame::{NodeId, Role, Structure};

/// The level of each heading that is printed, from 1. A leaflet without title starts with its sections, one without those
/// with what stands in them.
pub(super) fn heading_levels(
    structure: &Structure,
    is_printed: impl Fn(NodeId) -> bool,
) -> BTreeMap<NodeId, usize> {
    let mut levels = BTreeMap::new();
    // The ranks of the headings that the next one may stand under.
    let mut open: Vec<usize> = Vec::new();
    for (id, node) in (0..).map(NodeId).zip(&structure.nodes) {
        let Some(rank) = rank(node.role).filter(|_| is_printed(id)) else { continue };
        open.retain(|&above| above < rank);
        open.push(rank);
        levels.insert(id, open.len());
    }
    levels
}

fn rank(role: Role) -> Option<usize> {
    [Role::Title, Role::Heading, Role::Subheading].iter().position(|&heading| heading == role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Node;

    fn structure_of(roles: &[Role]) -> Structure {
        let mut structure = Structure::default();
        for &role in roles {
            let text = String::new;
            structure.push(Node {
                role,
                section: text(),
                lang: text(),
                message: text(),
                text: text(),
                links: Vec::new(),
                number: None,
                alt: None,
                echo_of: None,
            });
        }
        structure
    }

    fn levels_of(roles: &[Role]) -> Vec<usize> {
        heading_levels(&structure_of(roles), |_| true).into_values().collect()
    }

    #[test]
    fn no_level_is_skipped_whatever_heading_comes_first() {
        use Role::{Heading, Paragraph, Subheading, Title};
        assert_eq!(levels_of(&[Title, Paragraph, Heading, Subheading, Heading]), [1, 2, 3, 2]);
        assert_eq!(levels_of(&[Heading, Subheading, Subheading, Heading]), [1, 2, 2, 1]);
        assert_eq!(levels_of(&[Subheading, Title, Subheading, Heading, Subheading]), [1, 1, 2, 2, 3]);
        assert!(levels_of(&[Paragraph]).is_empty());
    }

    #[test]
    fn what_is_not_printed_holds_no_level() {
        let structure = structure_of(&[Role::Title, Role::Heading]);
        assert_eq!(heading_levels(&structure, |id| id == NodeId(1)), BTreeMap::from([(NodeId(1), 1)]));
    }
}
