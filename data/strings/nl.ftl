door-help-text = Voor wie geweld meemaakt of heeft meegemaakt: wie kan helpen, en hoe je die bereikt.
