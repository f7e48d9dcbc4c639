// SPDX-License-Identifier: EUPL-1.2
//! As much of Rust as the rules need: where comments and literals are, where an item ends.

/// The text with every comment and literal replaced by spaces; lines stay where they are.
pub fn blank(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        match hidden_end(&chars, at) {
            None => {
                code.push(char);
                at += 1;
            }
            Some(end) => {
                let hidden = chars.iter().take(end).skip(at);
                code.extend(hidden.map(|&char| if char == '\n' { '\n' } else { ' ' }));
                at = end;
            }
        }
    }
    code
}

/// Where the comment or literal that starts here ends (the place after it).
fn hidden_end(chars: &[char], at: usize) -> Option<usize> {
    let next = chars.get(at + 1).copied();
    match chars.get(at)? {
        '/' if next == Some('/') => Some(find(chars, at, |char| char == '\n')),
        '/' if next == Some('*') => Some(comment_end(chars, at + 2)),
        '"' => Some(quoted_end(chars, at + 1, '"')),
        '\'' => character_end(chars, at),
        'r' => raw_end(chars, at),
        _ => None,
    }
}

fn find(chars: &[char], from: usize, wanted: impl Fn(char) -> bool) -> usize {
    let rest = chars.iter().skip(from);
    rest.copied().take_while(|&char| !wanted(char)).count() + from
}

fn comment_end(chars: &[char], mut at: usize) -> usize {
    let mut depth = 1;
    while depth > 0 && at < chars.len() {
        match (chars.get(at), chars.get(at + 1)) {
            (Some('/'), Some('*')) => (depth, at) = (depth + 1, at + 2),
            (Some('*'), Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    at.min(chars.len())
}

fn quoted_end(chars: &[char], mut at: usize, quote: char) -> usize {
    while let Some(&char) = chars.get(at) {
        if char == quote {
            return at + 1;
        }
        at += if char == '\\' { 2 } else { 1 };
    }
    chars.len()
}

/// A character literal, as opposed to a lifetime.
fn character_end(chars: &[char], at: usize) -> Option<usize> {
    match (chars.get(at + 1)?, chars.get(at + 2)) {
        ('\\', _) => Some(quoted_end(chars, at + 1, '\'')),
        (_, Some('\'')) => Some(at + 3),
        _ => None,
    }
}

/// `r"..."`, `r#"..."#`, also after `b` or `c`.
fn raw_end(chars: &[char], at: usize) -> Option<usize> {
    let before = |steps: usize| at.checked_sub(steps).and_then(|place| chars.get(place));
    let in_name = |char: Option<&char>| char.is_some_and(|char| is_name(*char));
    let prefixed = matches!(before(1), Some('b' | 'c')) && !in_name(before(2));
    if in_name(before(1)) && !prefixed {
        return None;
    }
    let open = find(chars, at + 1, |char| char != '#');
    let hashes = open - at - 1;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let mut end = open + 1;
    while end < chars.len() {
        let closes = chars.get(end) == Some(&'"');
        end += 1;
        if closes && find(chars, end, |char| char != '#') >= end + hashes {
            return Some(end + hashes);
        }
    }
    Some(chars.len())
}

fn is_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// Where the item that starts here ends, in blanked code: after its body, or after the `;` of an
/// item that has none. The flag says whether there is a body.
fn item_end(chars: &[char], from: usize) -> (usize, bool) {
    let mut depth = 0_usize;
    let mut braces = 0_usize;
    for (at, char) in chars.iter().enumerate().skip(from) {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ';' if depth == 0 && braces == 0 => return (at, false),
            '{' => braces += 1,
            '}' => {
                braces = braces.saturating_sub(1);
                if braces == 0 && depth == 0 {
                    return (at, true);
                }
            }
            _ => {}
        }
    }
    (chars.len(), false)
}

/// For each line of blanked code: whether it stands under `#[cfg(test)]`.
pub fn test_lines(code: &str) -> Vec<bool> {
    let chars: Vec<char> = code.chars().collect();
    let mut marks = vec![false; code.lines().count()];
    for (start, mark) in code.match_indices("#[cfg(test)]") {
        let from = code.get(..start).map_or(0, |text| text.chars().count());
        let (end, _) = item_end(&chars, from + mark.len());
        let first = line_of(&chars, from);
        let count = line_of(&chars, end) - first + 1;
        for line in marks.iter_mut().skip(first - 1).take(count) {
            *line = true;
        }
    }
    marks
}

fn line_of(chars: &[char], at: usize) -> usize {
    chars.iter().take(at).filter(|char| **char == '\n').count() + 1
}

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its first line, counted from 1, without comment and attributes.
    pub line: usize,
    /// Lines up to and including the closing brace.
    pub length: usize,
}

/// Every function with a body in blanked code, inner ones too.
pub fn functions(code: &str) -> Vec<Function> {
    let chars: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    for (start, word) in code.match_indices("fn ") {
        let from = code.get(..start).map_or(0, |text| text.chars().count());
        let before = from.checked_sub(1).and_then(|place| chars.get(place));
        let start = from + word.len();
        let name: String = chars
            .iter()
            .skip(start)
            .take_while(|char| is_name(**char))
            .collect();
        if before.is_some_and(|char| is_name(*char)) || name.is_empty() {
            continue;
        }
        let (end, body) = item_end(&chars, start);
        if body {
            let line = line_of(&chars, from);
            let length = line_of(&chars, end) - line + 1;
            found.push(Function { name, line, length });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{blank, functions, test_lines};

    #[test]
    fn comments_and_literals_are_blanked() {
        assert_eq!(blank("a // b\nc"), "a     \nc");
        assert_eq!(blank("a /* b /* c */ d */ e"), "a                   e");
        assert_eq!(blank(r#"x("{\"}")"#), "x(      )");
        assert_eq!(blank("r#\"a\"b\"# c"), "          c".get(1..).unwrap());
        assert_eq!(blank("br\"a\" c"), "b     c");
        assert_eq!(blank("'{' '\\'' &'a T"), "         &'a T");
        assert_eq!(blank("for r in x {}"), "for r in x {}");
    }

    #[test]
    fn functions_have_names_lines_and_lengths() {
        let code = "trait A { fn none(&self) -> [u8; 4]; }\nfn one(a: [u8; 4]) {\n  { }\n}\n";
        let found = functions(code);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].name.as_str(), found[0].line, found[0].length),
            ("one", 2, 3)
        );
    }

    #[test]
    fn test_modules_are_marked() {
        let code = "fn a() {}\n#[cfg(test)]\nmod tests {\n}\n#[cfg(test)]\nmod other;\nfn b() {}";
        let expected = [false, true, true, true, true, true, false];
        assert_eq!(test_lines(code), expected);
    }
}
