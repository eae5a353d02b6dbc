enum LeadlineSQLitePlaceholder {}
