#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keuzekaart {

/// How a name fits a reference name, from worst to best.
enum class NameFit {
  none,
  abbreviated,  ///< equal after writing out words cut off with a full stop ("aanvr.") and passing over small words
  normalised,   ///< equal but for case, blanks and punctuation; "/" stands for "of" and "en"
  exact,        ///< the same bytes
};

/// One reference name that fits. A proposal that a person confirms, never a match.
struct NameProposal {
  std::size_t index = 0;  ///< in the list of candidates
  NameFit fit = NameFit::none;
  /// 0 to 100: exact 100, normalised 95, abbreviated 50 to 90 by the share of the candidate's letters that stand in
  /// the name, less 3 for every small word that only one of the two has.
  int confidence = 0;
};

/// Every candidate that `name` fits, best kind first, then by confidence, then in the order of the candidates.
/// Process catalogues cut reference names off: "Behandelen aanvr. vergunning/ontheffing" is GEMMA's "Behandelen
/// aanvraag vergunning of ontheffing". A word may be cut off only where a full stop says so, and every word of the
/// candidate must be accounted for, so "Behandelen aanvr." fits no candidate that goes on after "aanvraag". "of" is
/// never read as "en".
std::vector<NameProposal> fit_reference_name(std::string_view name, std::span<const std::string_view> candidates);

/// The first fit when no other is of the same kind: the only thing that may be proposed. Two fits of the best kind are
/// ambiguous and give nothing, whatever their confidence.
std::optional<NameProposal> only_fit(std::span<const NameProposal> fits);

/// The name in small letters, words apart by one blank, without punctuation; "&" is "en", and "/" stays as a word of
/// its own. Hyphens and brackets inside a word join its parts; digits keep their "+" and "-" ("18+" is not "18-").
std::string normalised_name(std::string_view name);

}  // namespace keuzekaart
