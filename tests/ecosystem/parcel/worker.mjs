import "coldsend-lint/leads/worker";
