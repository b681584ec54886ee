#include "BuiltinBanks.h"

/* The bytes of each file; #embed takes no macro parameter, so each has its own lines. */
static const unsigned char license[] = {
#embed "../../LICENSE"
};
static const unsigned char arc_d1_scaling[] = {
#embed "../../QuestionBanks/aws-architecture/arc-d1-scaling.yaml"
};
static const unsigned char arc_d2_automation[] = {
#embed "../../QuestionBanks/aws-architecture/arc-d2-automation.yaml"
};
static const unsigned char arc_d3_coupling[] = {
#embed "../../QuestionBanks/aws-architecture/arc-d3-coupling.yaml"
};
static const unsigned char arc_d4_databases[] = {
#embed "../../QuestionBanks/aws-architecture/arc-d4-databases.yaml"
};
static const unsigned char arc_d5_redundancy[] = {
#embed "../../QuestionBanks/aws-architecture/arc-d5-redundancy.yaml"
};
static const unsigned char arc_d6_cost[] = {
#embed "../../QuestionBanks/aws-architecture/arc-d6-cost.yaml"
};
static const unsigned char arc_d7_security[] = {
#embed "../../QuestionBanks/aws-architecture/arc-d7-security.yaml"
};
static const unsigned char theme_high_contrast[] = {
#embed "../../Assets/themes/high-contrast.yaml"
};
static const unsigned char theme_light[] = {
#embed "../../Assets/themes/light.yaml"
};
static const unsigned char theme_plain[] = {
#embed "../../Assets/themes/plain.yaml"
};
static const unsigned char theme_standard[] = {
#embed "../../Assets/themes/standard.yaml"
};
static const unsigned char aws_architecture_bank[] = {
#embed "../../QuestionBanks/aws-architecture/bank.yaml"
};
static const unsigned char arc_d1_scaling_notes[] = {
#embed "../../QuestionBanks/aws-architecture/notes/arc-d1-scaling.md"
};
static const unsigned char arc_d2_automation_notes[] = {
#embed "../../QuestionBanks/aws-architecture/notes/arc-d2-automation.md"
};
static const unsigned char arc_d3_coupling_notes[] = {
#embed "../../QuestionBanks/aws-architecture/notes/arc-d3-coupling.md"
};
static const unsigned char arc_d4_databases_notes[] = {
#embed "../../QuestionBanks/aws-architecture/notes/arc-d4-databases.md"
};
static const unsigned char arc_d5_redundancy_notes[] = {
#embed "../../QuestionBanks/aws-architecture/notes/arc-d5-redundancy.md"
};
static const unsigned char arc_d6_cost_notes[] = {
#embed "../../QuestionBanks/aws-architecture/notes/arc-d6-cost.md"
};
static const unsigned char arc_d7_security_notes[] = {
#embed "../../QuestionBanks/aws-architecture/notes/arc-d7-security.md"
};
static const unsigned char aws_architecture_glossary[] = {
#embed "../../QuestionBanks/aws-architecture/notes/glossary.md"
};
static const unsigned char aws_iam_bank[] = {
#embed "../../QuestionBanks/aws-iam/bank.yaml"
};
static const unsigned char iam_d1_root[] = {
#embed "../../QuestionBanks/aws-iam/iam-d1-root.yaml"
};
static const unsigned char iam_d2_people[] = {
#embed "../../QuestionBanks/aws-iam/iam-d2-people.yaml"
};
static const unsigned char iam_d3_permissions[] = {
#embed "../../QuestionBanks/aws-iam/iam-d3-permissions.yaml"
};
static const unsigned char iam_d4_credentials[] = {
#embed "../../QuestionBanks/aws-iam/iam-d4-credentials.yaml"
};
static const unsigned char iam_d5_roles[] = {
#embed "../../QuestionBanks/aws-iam/iam-d5-roles.yaml"
};
static const unsigned char iam_d6_audit[] = {
#embed "../../QuestionBanks/aws-iam/iam-d6-audit.yaml"
};
static const unsigned char iam_d1_root_notes[] = {
#embed "../../QuestionBanks/aws-iam/notes/iam-d1-root.md"
};
static const unsigned char iam_d2_people_notes[] = {
#embed "../../QuestionBanks/aws-iam/notes/iam-d2-people.md"
};
static const unsigned char iam_d3_permissions_notes[] = {
#embed "../../QuestionBanks/aws-iam/notes/iam-d3-permissions.md"
};
static const unsigned char iam_d4_credentials_notes[] = {
#embed "../../QuestionBanks/aws-iam/notes/iam-d4-credentials.md"
};
static const unsigned char iam_d5_roles_notes[] = {
#embed "../../QuestionBanks/aws-iam/notes/iam-d5-roles.md"
};
static const unsigned char iam_d6_audit_notes[] = {
#embed "../../QuestionBanks/aws-iam/notes/iam-d6-audit.md"
};
static const unsigned char iam_glossary_notes[] = {
#embed "../../QuestionBanks/aws-iam/notes/iam-glossary.md"
};
static const unsigned char exams_aws_architecture_mock[] = {
#embed "../../QuestionBanks/exams/aws-architecture-mock.yaml"
};
static const unsigned char exams_aws_iam_mock[] = {
#embed "../../QuestionBanks/exams/aws-iam-mock.yaml"
};
static const unsigned char exams_cloud_best_practices_short[] = {
#embed "../../QuestionBanks/exams/cloud-best-practices-short.yaml"
};
static const unsigned char exams_cloud_best_practices[] = {
#embed "../../QuestionBanks/exams/cloud-best-practices.yaml"
};
static const unsigned char exams_gcp_containers_mock[] = {
#embed "../../QuestionBanks/exams/gcp-containers-mock.yaml"
};
static const unsigned char gcp_containers_bank[] = {
#embed "../../QuestionBanks/gcp-containers/bank.yaml"
};
static const unsigned char con_d1_processes[] = {
#embed "../../QuestionBanks/gcp-containers/con-d1-processes.yaml"
};
static const unsigned char con_d2_builds[] = {
#embed "../../QuestionBanks/gcp-containers/con-d2-builds.yaml"
};
static const unsigned char con_d3_hardening[] = {
#embed "../../QuestionBanks/gcp-containers/con-d3-hardening.yaml"
};
static const unsigned char con_d4_supply_chain[] = {
#embed "../../QuestionBanks/gcp-containers/con-d4-supply-chain.yaml"
};
static const unsigned char con_d1_processes_notes[] = {
#embed "../../QuestionBanks/gcp-containers/notes/con-d1-processes.md"
};
static const unsigned char con_d2_builds_notes[] = {
#embed "../../QuestionBanks/gcp-containers/notes/con-d2-builds.md"
};
static const unsigned char con_d3_hardening_notes[] = {
#embed "../../QuestionBanks/gcp-containers/notes/con-d3-hardening.md"
};
static const unsigned char con_d4_supply_chain_notes[] = {
#embed "../../QuestionBanks/gcp-containers/notes/con-d4-supply-chain.md"
};
static const unsigned char con_glossary_notes[] = {
#embed "../../QuestionBanks/gcp-containers/notes/con-glossary.md"
};

#define FILE_ENTRY(path, bytes) {path, bytes, sizeof bytes}

/* In byte order of the paths; a test compares this table with the folders. */
static const builtin_file files[] = {
  FILE_ENTRY("Assets/themes/high-contrast.yaml", theme_high_contrast),
  FILE_ENTRY("Assets/themes/light.yaml", theme_light),
  FILE_ENTRY("Assets/themes/plain.yaml", theme_plain),
  FILE_ENTRY("Assets/themes/standard.yaml", theme_standard),
  FILE_ENTRY("LICENSE", license),
  FILE_ENTRY("QuestionBanks/aws-architecture/arc-d1-scaling.yaml", arc_d1_scaling),
  FILE_ENTRY("QuestionBanks/aws-architecture/arc-d2-automation.yaml", arc_d2_automation),
  FILE_ENTRY("QuestionBanks/aws-architecture/arc-d3-coupling.yaml", arc_d3_coupling),
  FILE_ENTRY("QuestionBanks/aws-architecture/arc-d4-databases.yaml", arc_d4_databases),
  FILE_ENTRY("QuestionBanks/aws-architecture/arc-d5-redundancy.yaml", arc_d5_redundancy),
  FILE_ENTRY("QuestionBanks/aws-architecture/arc-d6-cost.yaml", arc_d6_cost),
  FILE_ENTRY("QuestionBanks/aws-architecture/arc-d7-security.yaml", arc_d7_security),
  FILE_ENTRY("QuestionBanks/aws-architecture/bank.yaml", aws_architecture_bank),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/arc-d1-scaling.md", arc_d1_scaling_notes),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/arc-d2-automation.md", arc_d2_automation_notes),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/arc-d3-coupling.md", arc_d3_coupling_notes),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/arc-d4-databases.md", arc_d4_databases_notes),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/arc-d5-redundancy.md", arc_d5_redundancy_notes),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/arc-d6-cost.md", arc_d6_cost_notes),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/arc-d7-security.md", arc_d7_security_notes),
  FILE_ENTRY("QuestionBanks/aws-architecture/notes/glossary.md", aws_architecture_glossary),
  FILE_ENTRY("QuestionBanks/aws-iam/bank.yaml", aws_iam_bank),
  FILE_ENTRY("QuestionBanks/aws-iam/iam-d1-root.yaml", iam_d1_root),
  FILE_ENTRY("QuestionBanks/aws-iam/iam-d2-people.yaml", iam_d2_people),
  FILE_ENTRY("QuestionBanks/aws-iam/iam-d3-permissions.yaml", iam_d3_permissions),
  FILE_ENTRY("QuestionBanks/aws-iam/iam-d4-credentials.yaml", iam_d4_credentials),
  FILE_ENTRY("QuestionBanks/aws-iam/iam-d5-roles.yaml", iam_d5_roles),
  FILE_ENTRY("QuestionBanks/aws-iam/iam-d6-audit.yaml", iam_d6_audit),
  FILE_ENTRY("QuestionBanks/aws-iam/notes/iam-d1-root.md", iam_d1_root_notes),
  FILE_ENTRY("QuestionBanks/aws-iam/notes/iam-d2-people.md", iam_d2_people_notes),
  FILE_ENTRY("QuestionBanks/aws-iam/notes/iam-d3-permissions.md", iam_d3_permissions_notes),
  FILE_ENTRY("QuestionBanks/aws-iam/notes/iam-d4-credentials.md", iam_d4_credentials_notes),
  FILE_ENTRY("QuestionBanks/aws-iam/notes/iam-d5-roles.md", iam_d5_roles_notes),
  FILE_ENTRY("QuestionBanks/aws-iam/notes/iam-d6-audit.md", iam_d6_audit_notes),
  FILE_ENTRY("QuestionBanks/aws-iam/notes/iam-glossary.md", iam_glossary_notes),
  FILE_ENTRY("QuestionBanks/exams/aws-architecture-mock.yaml", exams_aws_architecture_mock),
  FILE_ENTRY("QuestionBanks/exams/aws-iam-mock.yaml", exams_aws_iam_mock),
  FILE_ENTRY("QuestionBanks/exams/cloud-best-practices-short.yaml", exams_cloud_best_practices_short),
  FILE_ENTRY("QuestionBanks/exams/cloud-best-practices.yaml", exams_cloud_best_practices),
  FILE_ENTRY("QuestionBanks/exams/gcp-containers-mock.yaml", exams_gcp_containers_mock),
  FILE_ENTRY("QuestionBanks/gcp-containers/bank.yaml", gcp_containers_bank),
  FILE_ENTRY("QuestionBanks/gcp-containers/con-d1-processes.yaml", con_d1_processes),
  FILE_ENTRY("QuestionBanks/gcp-containers/con-d2-builds.yaml", con_d2_builds),
  FILE_ENTRY("QuestionBanks/gcp-containers/con-d3-hardening.yaml", con_d3_hardening),
  FILE_ENTRY("QuestionBanks/gcp-containers/con-d4-supply-chain.yaml", con_d4_supply_chain),
  FILE_ENTRY("QuestionBanks/gcp-containers/notes/con-d1-processes.md", con_d1_processes_notes),
  FILE_ENTRY("QuestionBanks/gcp-containers/notes/con-d2-builds.md", con_d2_builds_notes),
  FILE_ENTRY("QuestionBanks/gcp-containers/notes/con-d3-hardening.md", con_d3_hardening_notes),
  FILE_ENTRY("QuestionBanks/gcp-containers/notes/con-d4-supply-chain.md", con_d4_supply_chain_notes),
  FILE_ENTRY("QuestionBanks/gcp-containers/notes/con-glossary.md", con_glossary_notes),
};

size_t builtin_file_count(void) { return sizeof files / sizeof *files; }

builtin_file builtin_file_at(size_t index) { return files[index]; }
