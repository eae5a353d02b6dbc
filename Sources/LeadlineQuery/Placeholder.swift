enum LeadlineQueryPlaceholder {}
