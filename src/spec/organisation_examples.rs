//! Values of an organisation that nobody has, since they stand in examples: of this program, or of whoever writes examples. In: a name
//! of a line and its value. Out: what to say of it.

use super::phone::dialled;

/// Names that the program gives as examples.
const NAMES: [&str; 2] = ["Our clinic", "Our network"];
/// Hosts that are kept for examples (RFC 2606), which nobody has.
const HOSTS: [&str; 3] = ["example.org", "example.com", "example.net"];
/// The number of examples in North America, behind its area, and that in London: nobody has them.
const NORTH_AMERICA: &str = "5550100";
const LONDON: &str = "442079460958";

/// What is wrong with a value that was left as it stands in an example, and what to do.
pub(super) fn left(key: &str, value: &str) -> Option<(String, String)> {
    let value = value.trim();
    let (is_left, what) = match key {
        "name" => (NAMES.contains(&value), "a name"),
        "email" => (value.rsplit_once('@').is_some_and(|(_, host)| is_example_host(host)), "an address"),
        "website" => (is_example_host(value), "a website"),
        "phone" => (is_example_number(value), "a number"),
        _ => (false, ""),
    };
    let own = if key == "name" {
        "write the name as readers know it".to_owned()
    } else {
        format!("write your own after {key} =")
    };
    is_left.then(|| {
        let message = format!("“{value}” is {what} of an example, left as it was");
        (message, format!("{own}, in place of the example’s; readers would look for you there"))
    })
}

fn is_example_host(address: &str) -> bool {
    let host =
        address.split(['/', '?', '#', ':']).next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let is_within = |known: &&str| host == *known || host.ends_with(&format!(".{known}"));
    HOSTS.iter().any(is_within)
}

fn is_example_number(number: &str) -> bool {
    let Ok(dialled) = dialled(number, Some("1")) else { return false };
    let digits: String = dialled
        .chars()
        .take_while(|c| !c.is_alphabetic() && *c != ';')
        .filter(char::is_ascii_digit)
        .collect();
    let is_north = digits.len() == 11 && digits.starts_with('1') && digits.ends_with(NORTH_AMERICA);
    is_north || digits == LONDON || digits == NORTH_AMERICA
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_examples_are_known() {
        for (key, value) in [
            ("name", "Our network"),
            ("email", "hello@example.org"),
            ("email", "you@Example.org"),
            ("email", "a@mail.example.com"),
            ("website", "example.org"),
            ("website", "www.example.org/en"),
            ("phone", "604-555-0100"),
            ("phone", "+1 (416) 555-0100"),
            ("phone", "604-555-0100 ext 12"),
            ("phone", "+44 20 7946 0958"),
        ] {
            let (message, help) = left(key, value).expect(value);
            assert!(message.contains(value) && help.contains("write"), "{message} {help}");
        }
        for (key, value) in [
            ("name", "Our network of clinics"),
            ("email", "a@example.org.uk"),
            ("email", "example.org@gmail.com"),
            ("website", "myexample.org"),
            ("website", "butterflysw.org/example.org"),
            ("phone", "416-906-3098"),
            ("phone", "604-555-0142"),
            ("phone", "+44 20 7946 0123"),
        ] {
            assert_eq!(left(key, value), None, "{value}");
        }
    }
}
