"""A project opened for translators, and what they do in it, as functions.

    opened_desk  --Desk-----> places, reports        what there is, and how it stands
    show_sheet   --Sheet----> one text, unit by unit, with its problems and what a machine offers
    accept_units, allow_check, apply_fixes, mark_harmless_units, mark_urgent_units,
    claim_place, unclaim_place, begin_translation, replace_text, insert_text
                 --Settled--> what was settled, what is left, what was refused, what was written
    take_back    --Written--> the files as they were before

Nothing here prints or asks. What a person may ask for and cannot have comes back as a `Refusal`;
`UsageError` is for what makes no sense.
"""
