<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling maxOversampling="2" zoomedInResamplingMethod="nearestNeighbour" enabled="false" zoomedOutResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer band="1" type="singlebandpseudocolor" classificationMax="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" labelPrecision="6" classificationMode="1" minimumValue="0" maximumValue="1" colorRampType="INTERPOLATED">
          <item value="0" alpha="255" label="0" color="#f7fcf0"/>
          <item value="0.166666666666667" alpha="255" label="0.17" color="#ddf0c8"/>
          <item value="0.333333333333333" alpha="255" label="0.33" color="#b5dea6"/>
          <item value="0.5" alpha="255" label="0.5" color="#7cc486"/>
          <item value="0.666666666666667" alpha="255" label="0.67" color="#41a068"/>
          <item value="0.833333333333333" alpha="255" label="0.83" color="#147a4a"/>
          <item value="1" alpha="255" label="1" color="#00502f"/>
          <rampLegendSettings minimumLabel="" suffix="" direction="0" orientation="2" useContinuousLegend="1" prefix="" maximumLabel="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" value="" name="decimal_separator"/>
                <Option type="int" value="6" name="decimals"/>
                <Option type="int" value="0" name="rounding_type"/>
                <Option type="bool" value="false" name="show_plus"/>
                <Option type="bool" value="true" name="show_thousand_separator"/>
                <Option type="bool" value="false" name="show_trailing_zeros"/>
                <Option type="QChar" value="" name="thousand_separator"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation colorizeOn="0" colorizeStrength="100" colorizeGreen="128" saturation="0" grayscaleMode="0" invertColors="0" colorizeRed="255" colorizeBlue="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
