enum LeadlinePlaceholder {}
