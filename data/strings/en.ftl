door-help-text = For anyone who experiences or has experienced violence: who can help, and how to reach them.
