//! Email texts.
use super::{chance, pick};
use fastrand::Rng;

pub(super) const FIRST: [&str; 12] = [
    "Grete", "Jonas", "Amelia", "Priya", "Tomas", "Sofia", "Liam", "Noor", "Henrik", "Maya", "Chloé", "Marek",
];
pub(super) const LAST: [&str; 10] = [
    "Hartmann",
    "Lindqvist",
    "Okafor",
    "Moreau",
    "Novak",
    "Castillo",
    "Bennett",
    "Rahman",
    "Sørensen",
    "Iyer",
];

/// Products: the name, what it does, its topic, and for whom it is.
pub(super) const PRODUCTS: [[&str; 4]; 5] = [
    ["Ledgerline", "matches bank statements overnight", "month end", "bookkeeping firms"],
    ["Routewise", "plans delivery routes around live traffic", "route planning", "wholesale distributors"],
    ["Shiftly", "fills open shifts from a pool you already know", "staffing gaps", "care homes"],
    ["Docket", "drafts first versions of standard contracts", "contract drafting", "law firms"],
    ["Granary", "forecasts stock for the next six weeks", "stock planning", "specialty grocers"],
];

const CITIES: [&str; 8] = ["Leipzig", "Bristol", "Lyon", "Porto", "Gothenburg", "Denver", "Toronto", "Graz"];

const GREETINGS: [&str; 5] = [
    "Hi {{first_name}},",
    "Hello {{first_name}},",
    "Hi {{first_name|there}},",
    "{{Hi|Hello}} {{first_name}},",
    "Dear {{first_name}} {{last_name}},",
];

const SENTENCES: [&str; 20] = [
    "I noticed that {{company}} has grown quite a bit since last year, and that the team now covers @N locations.",
    "A colleague in @C pointed me to {{company}}, because you seem to handle @T differently from most @W.",
    "Most @W we talk to tell us the same thing: @T takes far longer than it should, and nobody enjoys it.",
    "I was reading about {{company}} on the train to @C this morning and had one question about @T.",
    "You are probably busy with the end of the quarter, so I will keep this short.",
    "We have spent the past @N months working with @W, and a pattern keeps coming up.",
    "@P @D, so your people only look at the few cases that really need a decision.",
    "One of our customers, a firm of about @N people in @C, cut the time it spends on @T by roughly @N percent.",
    "Nothing has to be migrated: it sits beside the tools you already use and reads what is there.",
    "There is no long project before the first result; most teams see something useful within @N days.",
    "I would not claim that it fits everybody, but for @W of your size the numbers have been consistent.",
    "The setup takes about @N minutes, and we do it together with you on a call.",
    "Because it works at night, the results are on your desk before the first coffee.",
    "What surprised us most was how much of the work turned out to be checking things twice.",
    "If it does not help, you can stop at the end of any month and keep everything that was done.",
    "That is usually @N minutes a day for each person, which adds up quickly over a year.",
    "It's the small steps in between that cost the time, not the work itself.",
    "Their head of operations put it this way: \"we simply stopped talking about @T.\"",
    "We charge by the month – there is no minimum term and no setup fee.",
    "Would fifteen minutes next week be worth it to see whether that works for {{company}} too?",
];

const SUBJECTS: [&str; 7] = [
    "{{company}} and @T",
    "A question about @T",
    "{{first_name}}, one thought on @T",
    "How long does @T take?",
    "@T at {{company}}",
    "Visiting @C next week",
    "Quick idea for {{company}}",
];

pub(super) fn subject(product: [&str; 4], rng: &mut Rng) -> String {
    fill(pick(rng, &SUBJECTS), product, rng)
}

pub(super) fn mail(product: [&str; 4], sender: &str, paragraphs: usize, rng: &mut Rng) -> String {
    let mut out = pick(rng, &GREETINGS).to_owned();
    for _ in 0..paragraphs {
        out += "\n\n";
        for sentence in 0..rng.usize(1..=4) {
            out += if sentence > 0 { " " } else { "" };
            out += &fill(pick(rng, &SENTENCES), product, rng);
        }
    }
    let closing = if chance(rng, 50) { "Best regards," } else { "Many thanks," };
    out + "\n\n" + closing + "\n" + sender + "\n" + product[0]
}

pub(super) fn city(rng: &mut Rng) -> &'static str {
    pick(rng, &CITIES)
}

fn fill(template: &str, [name, does, topic, whom]: [&str; 4], rng: &mut Rng) -> String {
    let number = rng.u8(3..90).to_string();
    let parts = [("@P", name), ("@D", does), ("@T", topic), ("@W", whom), ("@C", city(rng)), ("@N", &number)];
    parts.iter().fold(template.to_owned(), |text, (mark, with)| text.replace(mark, with))
}
