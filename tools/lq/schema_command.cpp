#include "tools/lq/schema_command.h"

#include "compiler/schema/schema_export.h"
#include "tools/lq/command_line.h"
#include "tools/lq/output.h"
#include "tools/lq/policy_file.h"

namespace lq::tool {

int RunSchema(const std::vector<std::string>& words) {
  std::string policy;
  std::vector<std::string> library_folders;
  std::string format;
  CommandLine line("schema");
  line.Argument("POLICY", policy, "the file of a policy that uses the schema");
  line.LibraryPath(library_folders);
  line.Format(format, {"json-schema", "markdown"});
  if (const auto status = line.Read(words)) {
    return *status;
  }
  int status = kUsage;
  DiskFiles files(library_folders);
  const std::unique_ptr<Compilation> compilation = CompilePolicy(files, policy, status);
  if (compilation == nullptr) {
    return status;
  }
  const ir::Schema& schema = compilation->program->schema;
  Output output;
  output.Write(format == "markdown" ? SchemaPage(schema) : JsonSchemaText(schema));
  return output.status();
}

}  // namespace lq::tool
