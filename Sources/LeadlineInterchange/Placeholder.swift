enum LeadlineInterchangePlaceholder {}
