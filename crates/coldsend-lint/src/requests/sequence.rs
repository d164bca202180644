//! Follow-ups: e-mails that are sent after the first one, with their timing and recipients.
use super::variant::SequenceVariant;

request! {
    object "sequence", rules [], list_rules [], known_elsewhere [enable_unsubscribe];

    /// A follow-up.
    whole Sequence;

    /// A change to the follow-ups of a paused campaign. Only the vendor's client has it.
    whole SequenceEdit;

    // field           | kind                                 | follow-up | edit     | evidence

    /// What to do with the follow-up.
    action             | choice(EditAction)                   | -         | required | client(CLIENT);
    /// The follow-up to edit or delete.
    sequence_id        | uuid                                 | -         | nullable | client(CLIENT);
    /// The position of the follow-up in the sequence; step 1 is the first e-mail.
    step_number        | integer(2..=11)                      | required  | nullable | printed(SEQUENCES) [min corroborated, max corroborated];
    /// Which leads get the follow-up.
    trigger_type       | choice(TriggerType)                  | required  | nullable | printed(SEQUENCES);
    /// Days to wait after the previous step.
    wait_days          | integer(1..=30)                      | required  | nullable | printed(SEQUENCES);
    /// The variants of the follow-up; leads are distributed among them by weight.
    variants           | list(1..=4, object(SequenceVariant)) | required  | nullable | printed(SEQUENCES) [min guessed, max guessed];
    /// Whether an unsubscribe link is added; null means the campaign's setting.
    enable_unsubscribe | boolean                              | nullable  | -        | printed(SEQUENCES);
}

choice! {
    /// Which leads get a follow-up.
    pub enum TriggerType {
        /// Leads that opened none of the e-mails.
        NotOpened = "NOT_OPENED",
        /// Leads that replied to none of the e-mails.
        NotReplied = "NOT_REPLIED",
        /// Leads that opened an e-mail but replied to none.
        OpenedButNotReplied = "OPENED_BUT_NOT_REPLIED",
    }

    /// What an edit does.
    pub enum EditAction {
        /// Adds a follow-up.
        Add = "add",
        /// Changes a follow-up.
        Edit = "edit",
        /// Removes a follow-up.
        Delete = "delete",
    }
}
