enum LeadlineCommandsPlaceholder {}
