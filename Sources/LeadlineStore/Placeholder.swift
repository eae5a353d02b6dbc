enum LeadlineStorePlaceholder {}
