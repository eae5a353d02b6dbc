enum LeadlineShellPlaceholder {}
